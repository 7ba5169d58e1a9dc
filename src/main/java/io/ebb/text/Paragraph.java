package io.ebb.text;

import java.util.ArrayList;
import java.util.List;

/// Prose cut into lines between words.
public final class Paragraph {
  private Paragraph() {}

  /// The lines of `text`, none wider than `columns` unless a single word is.
  ///
  /// @param text made harmless on the way, see [Line#of]
  public static List<String> wrap(String text, int columns) {
    return wrap(text, columns, columns);
  }

  /// The same for a text whose first line begins further right.
  ///
  /// @param first how much is left of the first line
  public static List<String> wrap(String text, int first, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String word : Line.of(text).toString().split(" ", -1)) {
      int more = Line.of(word).width();
      int room = lines.isEmpty() ? first : columns;
      if (!line.isEmpty() && width + 1 + more > room) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
      if (!line.isEmpty()) {
        line.append(' ');
        width++;
      }
      line.append(word);
      width += more;
    }
    lines.add(line.toString());
    return lines;
  }
}
