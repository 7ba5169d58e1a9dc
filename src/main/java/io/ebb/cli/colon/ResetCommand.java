package io.ebb.cli.colon;

import io.ebb.script.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `:reset`: forgets what was said.
@Command(
    name = ":reset",
    description = "Forget the variables and statements of the language that is spoken.",
    footer = {
      "",
      "What is shared stays, and so does what goes on.",
      "",
      "  :reset",
      "  :reset --all"
    })
final class ResetCommand implements Runnable {
  private final Session session;

  @Option(names = "--all", description = "Those of both languages.")
  private boolean all;

  ResetCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (all) {
      for (Language language : Language.values()) {
        session.dialogue().reset(language);
      }
    } else {
      session.dialogue().reset(session.language());
    }
    session.tell(
        "%s begins afresh; what is shared stays"
            .formatted(all ? "each language" : session.language().id()));
  }
}
