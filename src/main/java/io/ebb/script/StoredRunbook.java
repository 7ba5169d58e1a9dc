package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.script.head.Parameter;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.Map;

/// The runbook of a run, as it is carried out: all that it takes to go on with it, but for secrets.
///
/// @param run the run's id
/// @param runbook the runbook itself, whatever has become of its file: as it was when the run
///   began, or as it was edited last with `--edited`
/// @param parameters the checked parameters, without secrets
/// @param options how nodes are retired when the runbook does not say otherwise
/// @param first the event that this was read from
public record StoredRunbook(
    String run,
    Runbook runbook,
    Map<String, Object> parameters,
    RetireOptions options,
    Entry.Scripted first) {

  /// Copies the parameters.
  public StoredRunbook {
    parameters = Map.copyOf(parameters);
  }

  /// The parameters that have to be given again, since secrets are not stored; bind them as those
  /// of any script.
  ///
  /// @see io.ebb.script.head.Parameters#bind
  public List<Parameter> secrets() {
    return StoredScript.secrets(runbook.head());
  }

  /// Whether this text is another one than that which is gone on with.
  public boolean differsFrom(Runbook other) {
    return !runbook.text().equals(other.text());
  }

  /// Which blocks are carried out.
  public Entry.Chosen chosen() {
    return first.chosen() == null ? new Entry.Chosen(null, List.of(), false) : first.chosen();
  }

  /// The same run with an edited text, whose limits hold as well.
  StoredRunbook edited(Runbook text) {
    return new StoredRunbook(run, text, parameters, text.head().options(options), first);
  }

  static StoredRunbook of(String run, Journal journal) {
    List<Entry> entries = journal.entries(run);
    if (!(entries.getFirst() instanceof Entry.Scripted first) || !first.runbook()) {
      throw new IllegalArgumentException("run " + run + " carries out no runbook");
    }
    String text =
        entries.stream()
            .filter(Entry.Edited.class::isInstance)
            .map(entry -> ((Entry.Edited) entry).text())
            .reduce(first.text(), (_, last) -> last);
    Runbook runbook = Runbook.of(first.file(), text).in(StoredScript.folder(first));
    RetireOptions options = StoredScript.options(first);
    return new StoredRunbook(run, runbook, StoredScript.parameters(first), options, first)
        .edited(runbook);
  }
}
