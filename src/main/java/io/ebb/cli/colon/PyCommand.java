package io.ebb.cli.colon;

import io.ebb.script.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:py`: Python is spoken from now on.
@Command(
    name = ":py",
    description = "Speak Python from now on, or for one statement.",
    footer = {
      "",
      "  :py",
      "  :py [n.host for n in share.get(\"nodes\")]",
      "  py [n.host for n in share.get(\"nodes\")]"
    })
final class PyCommand implements Runnable, Verbatim {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "Only this one.")
  private @Nullable String statement;

  PyCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (statement == null) {
      session.speak(Language.PYTHON);
    } else {
      boolean _ = session.say(Language.PYTHON, statement);
    }
  }
}
