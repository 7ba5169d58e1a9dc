package io.ebb.cli.colon;

import io.ebb.script.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:js`: JavaScript is spoken from now on.
@Command(
    name = ":js",
    description = "Speak JavaScript from now on, or for one statement.",
    footer = {
      "",
      "  :js",
      "  :js share.get(\"nodes\").items().map(n => n.host)",
      "  js share.get(\"nodes\").items().map(n => n.host)"
    })
final class JsCommand implements Runnable, Verbatim {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "Only this one.")
  private @Nullable String statement;

  JsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (statement == null) {
      session.speak(Language.JAVASCRIPT);
    } else {
      boolean _ = session.say(Language.JAVASCRIPT, statement);
    }
  }
}
