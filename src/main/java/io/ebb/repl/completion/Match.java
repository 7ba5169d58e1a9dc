package io.ebb.repl.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How well a name goes on with what was typed, the best first.
enum Match {
  /// It begins so.
  PREFIX,
  /// It begins so, but for capitals.
  LOOSE_PREFIX,
  /// Its parts begin so, in their order: `oD` of `onDeadline`, `lq` of `leave_queue`.
  PARTS;

  private static final Pattern BETWEEN_PARTS =
      Pattern.compile("[-_.:@]+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

  static Optional<Match> of(String name, String typed) {
    if (name.startsWith(typed)) {
      return Optional.of(PREFIX);
    } else if (name.regionMatches(true, 0, typed, 0, typed.length())) {
      return Optional.of(LOOSE_PREFIX);
    } else if (typed.length() <= name.length() && begins(parts(name), plain(typed))) {
      return Optional.of(PARTS);
    }
    return Optional.empty();
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    BETWEEN_PARTS.splitAsStream(name).map(Match::plain).forEach(parts::add);
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static String plain(String text) {
    return text.replaceAll("[-_.:@]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean begins(List<String> parts, String typed) {
    if (typed.isEmpty()) {
      return true;
    } else if (parts.isEmpty()) {
      return false;
    }
    List<String> rest = parts.subList(1, parts.size());
    for (int common = common(parts.getFirst(), typed); common > 0; common--) {
      if (begins(rest, typed.substring(common))) {
        return true;
      }
    }
    return begins(rest, typed);
  }

  private static int common(String part, String typed) {
    int common = 0;
    while (common < part.length()
        && common < typed.length()
        && part.charAt(common) == typed.charAt(common)) {
      common++;
    }
    return common;
  }
}
