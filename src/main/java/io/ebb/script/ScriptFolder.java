package io.ebb.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The folder that a script lies in, as it is now: its text files and folders, for reading.
///
/// Nothing is followed out of it, and nothing is hidden in what it shows: names that begin with a
/// dot are where people keep keys and settings.
///
/// @param root its real path
/// @param bounds how large a file may be
record ScriptFolder(Path root, Bounds bounds) {
  private static final int MOST_NAMES = 10_000;

  /// What stands under the name, a path relative to the folder.
  Look look(String name) {
    try {
      Path file = root.resolve(name).toRealPath();
      if (!file.startsWith(root)) {
        return Look.refused("a symbolic link leads out of the script's folder");
      } else if (isHidden(root.relativize(file))) {
        return Look.refused("a symbolic link leads to what is hidden");
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return Look.FOLDER;
      }
      return attributes.isRegularFile()
          ? read(file, bounds.largest(name))
          : Look.refused("it is a pipe or a device, and no file");
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Look.NOTHING;
    } catch (CharacterCodingException e) {
      return Look.refused("it is not text in UTF-8");
    } catch (AccessDeniedException e) {
      return Look.refused("this user may not read it");
    } catch (IOException e) {
      return Look.refused("it cannot be read" + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException why && why.getReason() != null
        ? ": " + why.getReason()
        : "";
  }

  private static Look read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most
          ? Look.refused("it is larger than " + Bounds.size(most))
          : Look.text(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }
  }

  /// The names of what a folder shows, in order.
  List<String> names(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .limit(MOST_NAMES)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // it was there a moment ago
    }
  }

  /// Whether a part of the path begins with a dot.
  static boolean isHidden(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }
}
