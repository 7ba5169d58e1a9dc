package io.ebb.run;

import java.io.IOException;
import java.sql.SQLException;

/// The journal in the memory of the process.
final class MemoryJournalTest extends JournalContract {
  private final SqlJournal all = SqlJournal.inMemory(clock);

  @Override
  Store store() {
    return Store.inMemory();
  }

  /// Another connection would be to another database.
  @Override
  SqlJournal journal(OwnProcess process) {
    try {
      return all.seenBy(process);
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  boolean outlives() {
    return false;
  }

  @Override
  void close() {
    all.close();
    super.close();
  }
}
