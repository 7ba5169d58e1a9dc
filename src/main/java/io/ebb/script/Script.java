package io.ebb.script;

import io.ebb.script.head.Head;
import io.ebb.script.head.HeadException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A script as it was stored or typed.
///
/// @param file its name in errors
/// @param language what it is written in
/// @param text all of it
/// @param head what it says of itself
/// @param folder the real path of the folder that it lies in, and may read; null when it lies in
///   none
public record Script(
    String file, Language language, String text, Head head, @Nullable Path folder) {
  /// Some editors of Windows write it before the first character; neither language knows it.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// A script from text, which lies in no folder; a byte order mark in front is dropped.
  ///
  /// @param file the name to use in errors
  /// @throws HeadException when its head is wrong
  public static Script of(String file, Language language, String text) {
    String code = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new Script(file, language, code, Head.of(file, language.comment(), code), null);
  }

  /// The same script in this folder.
  ///
  /// @param place its real path; null for none
  public Script in(@Nullable Path place) {
    return new Script(file, language, text, head, place);
  }

  /// Its file's own name.
  String name() {
    return String.valueOf(Path.of(file).getFileName());
  }

  /// Reads a script from a file. Its folder is that of the file itself, where `file` is a symbolic
  /// link.
  ///
  /// @throws HeadException when the file cannot be read or its head is wrong
  public static Script read(Path file, Language language) {
    try {
      Path real = file.toRealPath();
      return of(file.toString(), language, Files.readString(real, StandardCharsets.UTF_8))
          .in(real.getParent());
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not text in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, Files.isDirectory(file) ? "it is a folder" : e.toString(), e);
    }
  }

  private static HeadException unreadable(Path file, String why, IOException cause) {
    HeadException e = new HeadException(List.of("cannot read " + file + ": " + why));
    e.initCause(cause);
    return e;
  }
}
