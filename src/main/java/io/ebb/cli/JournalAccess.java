package io.ebb.cli;

import io.ebb.run.Journal;

/// The journal for the length of one command that needs nothing else.
///
/// @param connected what it belongs to
record JournalAccess(Connected connected) implements AutoCloseable {

  /// Opens the journal of the settings.
  ///
  /// @param command for whom, in errors
  static JournalAccess open(Common common, String command) {
    return new JournalAccess(Connected.toJournal(common, command));
  }

  Journal journal() {
    return connected.ebb().journal();
  }

  @Override
  public void close() {
    connected.close();
  }
}
