package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.RunReport;
import io.ebb.script.Language;
import io.ebb.script.head.Head;

/// The text that a run carries out.
final class Sources {
  private Sources() {}

  /// The head of the script; one that says nothing when it is no script, or of a language that is
  /// not known here.
  static Head head(RunReport report) {
    return report.entries().getFirst() instanceof Entry.Scripted first
        ? Language.named(first.language())
            .map(language -> Head.of(first.file(), language.comment(), first.text()))
            .orElse(Head.NONE)
        : Head.NONE;
  }
}
