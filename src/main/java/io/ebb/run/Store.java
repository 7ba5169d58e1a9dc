package io.ebb.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where Ebb keeps what outlives a command: runs, and the calls that were made. Immutable; nothing
/// is opened before it is used. Printed, it says where that is, without user and password.
public abstract sealed class Store permits FolderStore, MemoryStore, ServerStore {
  /// How long another process may be writing before this one gives up.
  static final Duration BUSY = Duration.ofSeconds(5);

  /// The SQLite file `ebb.db` in that folder; both are created when they are not there, and belong
  /// to their owner alone.
  public static Store in(Path folder) {
    return new FolderStore(folder);
  }

  /// The memory of this process. Each connection has a database of its own, which ends with it.
  public static Store inMemory() {
    return new MemoryStore();
  }

  /// A database of PostgreSQL, which several machines share.
  ///
  /// @param url where it is, without user and password: `jdbc:postgresql://db.example/ebb`
  /// @param user as whom to connect; null for the user of the process
  /// @param password null when the server asks for none, or it is in `~/.pgpass`
  public static Store at(String url, @Nullable String user, @Nullable String password) {
    return new ServerStore(url, user, password);
  }

  abstract Dialect dialect();

  /// A new connection to it; the tables may not be there yet.
  abstract Connection connect(Durability durability) throws IOException, SQLException;

  /// The text without what may not be shown.
  String masked(String text) {
    return text;
  }
}
