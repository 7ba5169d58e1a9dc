package io.ebb.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Files that Ebb writes into the folder of somebody, anew each time, and knows again by their
/// first line.
///
/// @param folder where they are
/// @param mark what the first line of each says
/// @param texts by the paths of the files from the folder
record OwnFiles(Path folder, String mark, SequencedMap<String, String> texts) {

  /// What stands in their places and is not from here.
  List<Path> foreign() {
    return paths().stream().filter(Files::exists).filter(file -> !isOurs(file)).toList();
  }

  /// Writes them, whatever stands there.
  ///
  /// @return where they are
  List<Path> write() {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path path = folder.resolve(file.getKey());
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, file.getValue());
      } catch (IOException e) {
        throw new UsageException("cannot write " + path + ": " + reason(e));
      }
    }
    return paths();
  }

  private List<Path> paths() {
    return texts.keySet().stream().map(folder::resolve).toList();
  }

  private boolean isOurs(Path file) {
    try {
      // Whatever its bytes are, they can be read so; the mark is plain ASCII.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return text.lines().findFirst().orElse("").contains(mark);
    } catch (IOException _) {
      return false; // what cannot be read cannot be known for ours
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.toString();
  }
}
