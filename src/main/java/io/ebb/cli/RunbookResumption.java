package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.run.Entry;
import io.ebb.script.RunbookEngine;
import io.ebb.script.StoredRunbook;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.Parameter;
import io.ebb.script.runbook.Draft;
import io.ebb.script.runbook.Runbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes on with the run of a runbook for `ebb resume`.
///
/// @param edited whether the text of the file is taken, when it is another one by now
record RunbookResumption(TerminalHost host, boolean edited) {

  /// Whether this run carries out a runbook.
  boolean concerns(String run) {
    List<Entry> entries = host.connected().ebb().journal().entries(run);
    return entries.getFirst() instanceof Entry.Scripted scripted && scripted.runbook();
  }

  /// Goes on with it.
  ///
  /// @param secrets reads the values of its secrets, which are not stored
  void goOn(String run, Function<List<Parameter>, Map<String, Object>> secrets) {
    Ebb ebb = host.connected().ebb();
    RunbookTerminal terminal = host.forRunbooks();
    StoredRunbook stored = ebb.runbook(run);
    Map<String, Object> given = secrets.apply(stored.secrets());
    try (RunbookEngine engine = new RunbookEngine();
        Reaction _ = host.interrupts(engine::interrupt)) {
      Runbook text = edited ? edited(stored, engine) : unedited(stored);
      host.goOn(run);
      terminal.carryOut(() -> ebb.resume(stored, engine, given, text, terminal));
    }
  }

  /// That it was edited is told, and of no account.
  private @Nullable Runbook unedited(StoredRunbook stored) {
    file(stored)
        .filter(file -> differs(file, stored))
        .ifPresent(file ->
            common()
                .tell(
                    "%s was edited since; it goes on as it was, ebb resume %s --edited takes the new text"
                        .formatted(file, stored.run())));
    return null;
  }

  private static boolean differs(Path file, StoredRunbook stored) {
    try {
      return stored.differsFrom(Runbook.draft(file).runbook());
    } catch (HeadException _) {
      return true; // what cannot be read is another text
    }
  }

  private @Nullable Runbook edited(StoredRunbook stored, RunbookEngine engine) {
    Path file =
        file(stored)
            .orElseThrow(() ->
                new UsageException(
                    "there is no file %s any more: leave --edited out to go on with the text that"
                            .formatted(stored.runbook().file())
                        + " was stored"));
    Draft draft = Runbook.draft(file);
    if (!stored.differsFrom(draft.runbook())) {
      common().tell("%s was not edited since".formatted(file));
      return null;
    }
    Runbook text = RunbookCheck.of(draft, engine);
    new EditedBlocks(stored.runbook(), text).tell(common());
    return text;
  }

  private Common common() {
    return host.connected().common();
  }

  /// The file where it was, wherever the command is given.
  private static Optional<Path> file(StoredRunbook stored) {
    Path named = Path.of(stored.runbook().file());
    Path folder = stored.runbook().folder();
    Path beside = folder == null ? named : folder.resolve(String.valueOf(named.getFileName()));
    return Optional.of(Files.exists(beside) ? beside : named).filter(Files::exists);
  }
}
