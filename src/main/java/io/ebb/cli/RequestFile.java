package io.ebb.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that `ebb sim` writes requests to, a line each, at once. Safe for use by many threads.
final class RequestFile implements AutoCloseable {
  private final PrintWriter out;

  private RequestFile(PrintWriter out) {
    this.out = out;
  }

  /// Opens it to append to.
  ///
  /// @throws UsageException when it cannot be written
  static RequestFile open(Path file) {
    try {
      return new RequestFile(
          new PrintWriter(
              Files.newBufferedWriter(
                  file,
                  StandardCharsets.UTF_8,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND),
              true));
    } catch (NoSuchFileException e) {
      throw new UsageException("--log " + file + " cannot be written: there is no such folder");
    } catch (IOException e) {
      throw new UsageException("--log " + file + " cannot be written: " + e.getMessage());
    }
  }

  void add(String line) {
    out.println(line);
  }

  @Override
  public void close() {
    out.close();
  }
}
