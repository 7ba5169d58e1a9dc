package io.ebb.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a word is spelt in each language, and which known name a misspelt one was meant to be.
final class Names {
  private static final Pattern SEPARATED = Pattern.compile("[_-]+(.)");

  private Names() {}

  /// `inQueue` as Python writes it: `in_queue`.
  static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// `on_deadline` or `on-deadline` as JavaScript writes it: `onDeadline`.
  static String camel(String other) {
    return SEPARATED.matcher(other).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /// ` Did you mean X?` when a known name is close, else nothing.
  static String suggestion(String word, Collection<String> known) {
    Optional<String> closest =
        known.stream()
            .filter(name -> distance(word, name) <= Math.max(1, name.length() / 3))
            .min(Comparator.comparingInt(name -> distance(word, name)));
    return closest.map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
