package io.ebb.script.head;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script or a runbook is read from.
///
/// @param text all of it
/// @param folder the real path of the folder that the file itself lies in, where it was reached by
///   a symbolic link
public record SourceFile(String text, @Nullable Path folder) {
  /// Some editors of Windows write it before the first character; no language knows it.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// Reads a file.
  ///
  /// @throws HeadException when it cannot be read
  public static SourceFile read(Path file) {
    try {
      Path real = file.toRealPath();
      return new SourceFile(Files.readString(real, StandardCharsets.UTF_8), real.getParent());
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not text in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, Files.isDirectory(file) ? "it is a folder" : e.toString(), e);
    }
  }

  /// The text without a byte order mark in front.
  public static String unmarked(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static HeadException unreadable(Path file, String why, IOException cause) {
    HeadException e = new HeadException(List.of("cannot read " + file + ": " + why));
    e.initCause(cause);
    return e;
  }
}
