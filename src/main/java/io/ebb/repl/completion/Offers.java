package io.ebb.repl.completion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what goes on with what was typed; the rest is left out.
final class Offers {
  private final int start;
  private final String typed;
  private final Map<Match, List<Candidate>> found = new EnumMap<>(Match.class);

  /// @param start where what was typed begins
  Offers(int start, String typed) {
    this.start = start;
    this.typed = typed;
  }

  int start() {
    return start;
  }

  String typed() {
    return typed;
  }

  /// @param value what is put there, which begins with the name that is compared, or with a quote
  ///   before it
  void add(String group, String name, String value, String description, boolean finished) {
    Match.of(name, typed)
        .ifPresent(match ->
            found
                .computeIfAbsent(match, _ -> new ArrayList<>())
                .add(new Candidate(start, value, group, description, finished)));
  }

  void add(String group, String name, String description) {
    add(group, name, name, description, false);
  }

  /// Those that match best, in the order in which they were added, each value once.
  List<Candidate> best() {
    return found.values().stream().findFirst().map(Offers::distinct).orElse(List.of());
  }

  private static List<Candidate> distinct(List<Candidate> all) {
    Map<String, Candidate> byValue = new LinkedHashMap<>();
    all.forEach(candidate -> byValue.putIfAbsent(candidate.value(), candidate));
    return List.copyOf(byValue.values());
  }
}
