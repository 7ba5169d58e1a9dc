package io.ebb.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/// A SQLite file, which the processes of one user on one machine share. Nobody but its owner may
/// read it.
final class FolderStore extends Store {
  private static final String FILE = "ebb.db";
  private static final Duration AGAIN = Duration.ofMillis(5);

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  Connection connect(Durability durability) throws IOException, SQLException {
    Path file = prepare();
    NativeLibrary.keepBelow(folder);
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(BUSY.toMillis()));
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(
        switch (durability) {
          case CRASH -> SynchronousMode.NORMAL;
          case POWER_CUT -> SynchronousMode.FULL;
        });
    return connected(config, "jdbc:sqlite:" + file);
  }

  /// Whoever opens a new file first changes its journal, and keeps others out meanwhile; in that
  /// SQLite does not have them wait.
  private static Connection connected(SQLiteConfig config, String url) throws SQLException {
    long until = System.nanoTime() + BUSY.toNanos();
    while (true) {
      try {
        return config.createConnection(url);
      } catch (SQLException e) {
        boolean busy = e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!busy || System.nanoTime() > until) {
          throw e;
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  /// The driver gives the files that it puts beside this one the same permissions.
  private Path prepare() throws IOException {
    create(folder);
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

  /// A folder that is new is forced to the disk: SQLite does that only for what is in it.
  private static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      create(parent);
    }
    Files.createDirectories(folder);
    if (parent != null && posix() && Files.isReadable(parent)) {
      try (FileChannel entries = FileChannel.open(parent)) {
        entries.force(true);
      }
    }
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /// Sets who may do what, where files know of that.
  static void keepToOwner(Path path, String permissions) throws IOException {
    if (posix()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public String toString() {
    return folder.resolve(FILE).toString();
  }
}
