package io.ebb.repl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that make a session somebody's own: what is said at its start, and how it is coloured.
/// One in the folder of the settings is used in place of the one that came with Ebb.
///
/// @param own the folder of the settings' own files, whether it is there or not
/// @param shipped the folder of Ebb's; null when there is none
public record EditableFiles(Path own, @Nullable Path shipped) {
  /// The property in which the launcher says where Ebb's own are.
  private static final String SHIPPED = "ebb.repl";

  /// Those of this process.
  ///
  /// @param settings the folder of the settings, `~/.config/ebb`
  public static EditableFiles of(Path settings) {
    String shipped = System.getProperty(SHIPPED, "");
    return new EditableFiles(settings.resolve("repl"), shipped.isEmpty() ? null : Path.of(shipped));
  }

  /// The file of this name that is used, if there is one.
  ///
  /// @param name such as `init.js` or `python.nanorc`
  public Optional<Path> find(String name) {
    Path mine = own.resolve(name);
    if (Files.isRegularFile(mine)) {
      return Optional.of(mine);
    }
    return Optional.ofNullable(shipped)
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile);
  }
}
