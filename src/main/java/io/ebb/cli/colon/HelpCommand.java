package io.ebb.cli.colon;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:help`: tells what there is to type.
@Command(
    name = ":help",
    description = "Tell what there is to type, or all of one word or command.",
    footer = {"", "  :help retire", "  :help :bg", "  cluster?"})
final class HelpCommand implements Runnable {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "A command, or a word, fact, option, kind of object or error.")
  private @Nullable String topic;

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.help(topic);
  }
}
