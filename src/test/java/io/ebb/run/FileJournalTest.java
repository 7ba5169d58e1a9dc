package io.ebb.run;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The journal in a SQLite file.
final class FileJournalTest extends JournalContract {
  @TempDir private Path home;

  @Override
  Store store() {
    return Store.in(home.resolve("state/ebb"));
  }
}
