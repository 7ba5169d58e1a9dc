package io.ebb.script.runbook;

import java.util.ArrayList;
import java.util.List;

/// A text by its lines, from 0. A line ends with a line feed, a carriage return or both.
final class Lines {
  private final String text;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  Lines(String text) {
    this.text = text;
    for (int at = 0; at < text.length(); at++) {
      if (endsLine(at)) {
        starts.add(at + 1);
      }
    }
  }

  private boolean endsLine(int at) {
    char here = text.charAt(at);
    boolean feedFollows = at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return here == '\n' || (here == '\r' && !feedFollows);
  }

  int count() {
    return starts.size();
  }

  /// The line without its end.
  String line(int number) {
    return slice(number, number + 1).lines().findFirst().orElse("");
  }

  /// The lines of these numbers as they stand in the text, ends and all.
  ///
  /// @param to behind the last one
  String slice(int from, int to) {
    return text.substring(start(from), start(to));
  }

  private int start(int line) {
    return line < starts.size() ? starts.get(line) : text.length();
  }
}
