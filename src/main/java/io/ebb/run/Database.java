package io.ebb.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// A connection to the SQLite file in which the processes of one user share their state. Nobody but
/// its owner may read it. Safe for use by many threads, one transaction at a time.
///
/// What is committed survives the process, but a power cut may take the last second of it.
final class Database implements AutoCloseable {
  static final String FILE = "ebb.db";

  /// How long another process may be writing before this one gives up.
  private static final int BUSY_MILLIS = 5000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /// Opens the file in that folder; creates what is not there.
  static Database open(Path folder) throws IOException, SQLException {
    Path file = prepare(folder);
    NativeLibrary.keepBelow(folder);
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    Database database = new Database(config.createConnection("jdbc:sqlite:" + file));
    try {
      database.transact(Schema::bringUpToDate);
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /// What is done in one transaction.
  @FunctionalInterface
  interface Work<T> {
    T on(Database database) throws SQLException;
  }

  /// Does the work in one transaction, which no other process disturbs. It is begun by hand: the
  /// driver would begin the next one, and with it keep others out, as soon as one has ended.
  synchronized <T> T transact(Work<T> work) throws SQLException {
    statement("BEGIN IMMEDIATE").execute();
    try {
      T result = work.on(this);
      statement("COMMIT").execute();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /// A statement with these parameters, numbers or texts; for use within the transaction.
  PreparedStatement statement(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }

  private void rollBack(Exception cause) {
    try {
      statement("ROLLBACK").execute();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static Path prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    keepToOwner(folder, "rwx------");
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException _) {
        // Another process was faster.
      }
    }
    keepToOwner(file, "rw-------");
    return file;
  }

  /// Sets who may do what, where files know of that.
  static void keepToOwner(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
