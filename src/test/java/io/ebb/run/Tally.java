package io.ebb.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What happened how often, to see that histories are full of it.
final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();

  synchronized void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  synchronized void add(Tally other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  @Override
  public synchronized String toString() {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
