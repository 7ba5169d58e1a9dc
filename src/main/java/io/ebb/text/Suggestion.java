package io.ebb.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What to write instead of a name that is not known.
public final class Suggestion {
  private static final int LIKELY_SLIP = 2;

  private Suggestion() {}

  /// "did you mean …?" where a known name is close, else all known names, in their order.
  public static String of(String unknown, Collection<String> known) {
    if (known.isEmpty()) {
      return "there are none";
    }
    return nearest(unknown, known)
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }

  /// The known name that was probably meant; empty when none is close.
  public static Optional<String> nearest(String unknown, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(unknown, name) <= LIKELY_SLIP)
        .min(Comparator.comparingInt(name -> distance(unknown, name)));
  }

  /// How many characters must be added, removed or replaced to get from `a` to `b`.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
