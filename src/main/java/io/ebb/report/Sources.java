package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.RunReport;
import io.ebb.script.Language;
import io.ebb.script.head.Head;
import io.ebb.script.runbook.Runbook;
import java.util.Optional;

/// The text that a run carries out.
final class Sources {
  private Sources() {}

  /// The runbook, as it was edited last; empty when it is none.
  static Optional<Runbook> runbook(RunReport report) {
    if (!(report.entries().getFirst() instanceof Entry.Scripted first) || !first.runbook()) {
      return Optional.empty();
    }
    String text = first.text();
    for (Entry entry : report.entries()) {
      if (entry instanceof Entry.Edited(var _, String edited)) {
        text = edited;
      }
    }
    return Optional.of(Runbook.draft(first.file(), text).runbook());
  }

  /// The head of the script or the runbook; one that says nothing when it is neither, or of a
  /// language that is not known here.
  static Head head(RunReport report) {
    return runbook(report).map(Runbook::head).orElseGet(() -> ofScript(report));
  }

  private static Head ofScript(RunReport report) {
    return report.entries().getFirst() instanceof Entry.Scripted first
        ? Language.named(first.language())
            .map(language -> Head.of(first.file(), language.comment(), first.text()))
            .orElse(Head.NONE)
        : Head.NONE;
  }
}
