package io.ebb.repl;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What a [Console] is told of the world, as it looks at no environment itself.
///
/// @param history the file that keeps what was typed; empty to keep it for this session only
/// @param colours whether anything may be coloured, see [io.ebb.text.ColourChoice]
/// @param term the variable `TERM`; `dumb` and the empty text are a terminal that knows nothing
/// @param editor the command of `VISUAL` or `EDITOR`; empty for an editor of our own
/// @param results where results go as standard output is no terminal; empty when it is one
/// @param remarks where everything else goes as standard error is no terminal; empty when it is one
public record ConsoleOptions(
    Optional<Path> history,
    boolean colours,
    String term,
    Optional<String> editor,
    Optional<PrintStream> results,
    Optional<PrintStream> remarks) {

  /// Whether the terminal can do no more than print lines.
  boolean dumb() {
    return term.isEmpty() || "dumb".equals(term);
  }
}
