package io.ebb.script.runbook;

import io.ebb.script.head.Head;
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
