package io.ebb.cli;

import io.ebb.repl.Console;
import io.ebb.repl.EditableFiles;
import io.ebb.script.Language;
import io.ebb.settings.Setting;
import io.ebb.settings.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb`: without a command, a session at a terminal.
@Command(
    name = "ebb",
    description = {
      "Takes nodes out of QingCloud EHPC clusters, safely.",
      "",
      "Without a command it opens a session: type statements in JavaScript or Python, word by word"
          + " with completion and help. Standard input that is no terminal is a script instead, with"
          + " the options of ebb run.",
      ""
    },
    customSynopsis = {"ebb [OPTIONS]", "       ebb COMMAND [OPTIONS]"},
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 script error, 4 authentication,",
      "  5 refused, 6 partial (some nodes not retired), 7 unknown outcome: look,",
      "  130 interrupted."
    })
final class SessionCommand implements Callable<Integer> {
  static final String NO_INIT = "--no-init";

  private final Terminal terminal;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "What is spoken first: js or python (default: js).")
  private String lang = Language.JAVASCRIPT.id();

  @Option(names = NO_INIT, description = "Leave the start-up files out.")
  private boolean noInit;

  SessionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!common.interactive()) {
      throw new UsageException(
          "a session asks before it destroys, which --no-input forbids: give ebb run a script");
    }
    Language first = language();
    try (Console console = terminal.console().apply(common.consoleOptions())) {
      return converse(console, first);
    }
  }

  private Language language() {
    return Language.named(lang)
        .orElseThrow(() -> new UsageException("there is no language " + lang + ": js or python"));
  }

  /// Has the session at this console, until somebody leaves it.
  private int converse(Console console, Language language) {
    Settings settings = common.settings();
    boolean real = common.simulated() == null;
    if (real) {
      settings.connection(); // what is missing is told at once
    }
    String place = real ? settings.profile().map(Setting::value).orElse("ebb") : "sim";
    boolean production = real && settings.production();
    EditableFiles files = EditableFiles.of(terminal.environment().configFolder());
    Optional<EditableFiles> startUp = Optional.of(files).filter(_ -> !noInit);
    Secrecy secrecy = Secrecy.of(settings);
    try (SessionDesk desk =
        new SessionDesk(common, terminal, console, production ? place : "", startUp, secrecy)) {
      desk.speak(language);
      Talk talk = new Talk(desk, place, production, secrecy, files);
      desk.begin(settings, talk::prepare);
      console.converse(talk);
    }
    return ExitCode.DONE;
  }
}
