package io.ebb.script.runbook;

import io.ebb.text.Style;
import org.jspecify.annotations.Nullable;

/// A piece of running text that looks the same all over.
///
/// @param style null when it is as all other text
record Span(String text, @Nullable Style style) {
  /// Where the author's line ends, and the text goes on.
  static final String SOFT_BREAK = "\n";

  /// Where a new line begins for the reader, too.
  static final String HARD_BREAK = "\u2028";
}
