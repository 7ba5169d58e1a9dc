package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Keeps statements in a file that only its owner can read: a statement a line, its line breaks
/// written as `\n`. Sessions that run at the same time add to it one whole line at a time.
record HistoryFile(Path path) {
  /// How many statements there are at most.
  static final int KEPT = 5_000;

  /// All statements, oldest first. A file that grew twice as long as it should be is cut.
  List<String> read() throws IOException {
    create();
    List<String> lines = new String(Files.readAllBytes(path), UTF_8).lines().toList();
    List<String> kept = lines.subList(Math.max(lines.size() - KEPT, 0), lines.size());
    if (lines.size() > 2 * KEPT && Files.isWritable(path)) {
      Files.writeString(path, String.join("\n", kept) + "\n");
    }
    return kept.stream().map(HistoryFile::statement).toList();
  }

  /// Adds one.
  void append(String statement) throws IOException {
    ByteBuffer line = UTF_8.encode(line(statement) + "\n");
    try (FileChannel file = FileChannel.open(path, APPEND)) {
      file.write(line);
    }
  }

  private void create() throws IOException {
    var ownersFolder = PosixFilePermissions.fromString("rwx------");
    var ownersFile = PosixFilePermissions.fromString("rw-------");
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownersFolder));
    }
    if (!Files.exists(path)) {
      FileChannel.open(
              path, Set.of(CREATE, APPEND), PosixFilePermissions.asFileAttribute(ownersFile))
          .close();
    } else if (!Files.getPosixFilePermissions(path).equals(ownersFile) && Files.isWritable(path)) {
      Files.setPosixFilePermissions(path, ownersFile);
    }
  }

  private static String line(String statement) {
    return statement.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\n");
  }

  private static String statement(String line) {
    var text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        c = line.charAt(++i) == 'n' ? '\n' : line.charAt(i);
      }
      text.append(c);
    }
    return text.toString();
  }
}
