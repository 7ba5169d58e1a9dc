package io.ebb.cli;

import io.ebb.run.Journal;

/// The journal, for the length of one command that needs nothing else.
final class JournalAccess implements AutoCloseable {
  private final Connected connected;

  private JournalAccess(Connected connected) {
    this.connected = connected;
  }

  /// Opens the journal of the settings.
  ///
  /// @param command for whom, in errors
  static JournalAccess open(Common common, String command) {
    common.refuseSimulated(command);
    return new JournalAccess(Connected.open(common));
  }

  Journal journal() {
    return connected.ebb().journal();
  }

  @Override
  public void close() {
    connected.close();
  }
}
