package io.ebb.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// The native library of the SQLite driver, which the driver would otherwise unpack afresh for each
/// process: more than half of the time that it takes to open a database.
final class NativeLibrary {
  /// Where the driver looks before it unpacks.
  private static final String PROPERTY = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /// Has the driver use a library kept below this folder, unless it was told where one is.
  static void keepBelow(Path folder) throws IOException {
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    Path own = folder.resolve("native");
    Path home = own.resolve(SQLiteJDBCLoader.getVersion());
    String name = LibraryLoaderUtil.getNativeLibName();
    if (Files.exists(home.resolve(name)) || unpack(name, home)) {
      FolderStore.keepToOwner(own, "rwx------");
      System.setProperty(PROPERTY, home.toString());
    }
  }

  /// Whether the driver has one for this platform. Another process may be doing the same: the file
  /// is there all at once or not at all.
  private static boolean unpack(String name, Path home) throws IOException {
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        return false;
      }
      Files.createDirectories(home);
      Path part = Files.createTempFile(home, name, ".part");
      try {
        Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    }
  }
}
