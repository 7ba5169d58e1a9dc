package io.ebb.cli;

import java.util.ArrayList;
import java.util.List;

/// What was edited between two texts: the lines of both, each once where they agree.
final class Difference {
  private Difference() {}

  /// The lines, with `-` in front of what is gone, `+` of what has come, and a blank of the others.
  static List<String> between(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    List<String> lines = new ArrayList<>();
    int old = 0;
    int now = 0;
    while (old < before.size() || now < after.size()) {
      boolean bothLeft = old < before.size() && now < after.size();
      if (bothLeft && before.get(old).equals(after.get(now))) {
        lines.add(" " + before.get(old++));
        now++;
      } else if (now == after.size()
          || (old < before.size() && common[old + 1][now] >= common[old][now + 1])) {
        lines.add("-" + before.get(old++));
      } else {
        lines.add("+" + after.get(now++));
      }
    }
    return lines;
  }

  /// How many lines the rests of both have in common, in order.
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int old = before.size() - 1; old >= 0; old--) {
      for (int now = after.size() - 1; now >= 0; now--) {
        common[old][now] =
            before.get(old).equals(after.get(now))
                ? common[old + 1][now + 1] + 1
                : Math.max(common[old + 1][now], common[old][now + 1]);
      }
    }
    return common;
  }
}
