package io.ebb.script.runbook;

import io.ebb.script.head.Head;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A runbook as it was stored or typed.
///
/// @param file its name in errors
/// @param text all of it, front matter included
/// @param head what its front matter says
/// @param parts what follows, in order
/// @param folder the real path of the folder that it lies in, and may read; null when it lies in
///   none
public record Runbook(
    String file, String text, Head head, List<Part> parts, @Nullable Path folder) {

  /// What the names of files with runbooks end with.
  public static final String EXTENSION = ".md";

  /// Copies the list.
  public Runbook {
    parts = List.copyOf(parts);
  }

  /// A runbook from text, which lies in no folder; a byte order mark in front is dropped.
  ///
  /// @param file the name to use in errors
  /// @throws HeadException with everything that is wrong with its head and its fences
  public static Runbook of(String file, String text) {
    return draft(file, text).sound();
  }

  /// Reads a runbook from a file. Its folder is that of the file itself, where `file` is a symbolic
  /// link.
  ///
  /// @throws HeadException when the file cannot be read, or with everything that is wrong with its
  ///   head and its fences
  public static Runbook read(Path file) {
    return draft(file).sound();
  }

  /// A runbook from text as far as it can be read, for who wants to tell more that is wrong.
  ///
  /// @param file the name to use in errors
  public static Draft draft(String file, String text) {
    return new RunbookReader(file, SourceFile.unmarked(text)).read();
  }

  /// A runbook from a file as far as it can be read, for who wants to tell more that is wrong.
  ///
  /// @throws HeadException when the file cannot be read
  public static Draft draft(Path file) {
    SourceFile source = SourceFile.read(file);
    Draft draft = draft(file.toString(), source.text());
    return new Draft(draft.runbook().in(source.folder()), draft.violations());
  }

  /// The same runbook in this folder.
  ///
  /// @param place its real path; null for none
  public Runbook in(@Nullable Path place) {
    return new Runbook(file, text, head, parts, place);
  }

  /// Its blocks, in order.
  public List<Block> blocks() {
    return parts.stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
  }
}
