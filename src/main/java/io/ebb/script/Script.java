package io.ebb.script;

import io.ebb.script.head.Head;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.SourceFile;
import java.nio.file.Path;
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

  /// A script from text, which lies in no folder; a byte order mark in front is dropped.
  ///
  /// @param file the name to use in errors
  /// @throws HeadException when its head is wrong
  public static Script of(String file, Language language, String text) {
    String code = SourceFile.unmarked(text);
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
    SourceFile source = SourceFile.read(file);
    return of(file.toString(), language, source.text()).in(source.folder());
  }
}
