package io.ebb.cli.colon;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that a command reads or writes, by the name that was typed: `~/` is the home folder, any
/// other is looked for from where Ebb was started.
///
/// What goes wrong with it is an [IllegalArgumentException], as the name was the wrong one.
///
/// @param path where it is
record TextFile(Path path) {

  /// The file of a name.
  static TextFile named(String name) {
    Path home = Path.of(System.getProperty("user.home", ""));
    return new TextFile(name.startsWith("~/") ? home.resolve(name.substring(2)) : Path.of(name));
  }

  /// Whether anything stands there.
  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  String read() {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(path + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /// Writes it anew, all of it or nothing, so that only its owner may read it.
  ///
  /// @param over whether it may take the place of another one
  void write(String text, boolean over) {
    try {
      if (!over && exists()) {
        throw new FileAlreadyExistsException(path.toString());
      }
      Path folder = path.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, ".ebb", ""); // which only its owner may read
      try {
        Files.writeString(draft, text);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(path + " is there already: --force writes over it", e);
    } catch (IOException e) {
      throw failed("written", e);
    }
  }

  private IllegalArgumentException failed(String done, IOException e) {
    String why =
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : "there is no such file or folder";
    return new IllegalArgumentException("%s cannot be %s: %s".formatted(path, done, why), e);
  }

  /// As it is told.
  @Override
  public String toString() {
    return path.toString();
  }
}
