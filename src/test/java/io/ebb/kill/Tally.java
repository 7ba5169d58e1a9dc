package io.ebb.kill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What all findings come to. Safe for use by many threads.
final class Tally {

  /// Of one way.
  private static final class Row {
    int points;
    int once;
    int twice;
    int missed;
    int violations;
  }

  private final Map<Way, Row> rows = new EnumMap<>(Way.class);
  private final List<String> violations = new ArrayList<>();

  synchronized void add(Finding finding) {
    Row row = rows.computeIfAbsent(finding.attempt().way(), _ -> new Row());
    row.points += finding.attempt().ends().isEmpty() ? 0 : 1;
    row.once += finding.killedAt().isEmpty() ? 0 : 1;
    row.twice += finding.killedAt().size() > 1 ? 1 : 0;
    row.missed += finding.missed();
    row.violations += finding.violations().isEmpty() ? 0 : 1;
    finding.violations().stream()
        .map(violation ->
            "-Debb.kill=%s (%s): %s"
                .formatted(finding.attempt(), String.join(", ", finding.killedAt()), violation))
        .forEach(violations::add);
  }

  /// All that was wrong, each with how to see it again.
  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /// How many processes were killed.
  synchronized int kills() {
    return rows.values().stream().mapToInt(row -> row.once + row.twice).sum();
  }

  /// A table.
  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder("way         tries  killed  twice  missed  violations");
    rows.forEach((way, row) ->
        table.append(
            "%n%-10s %6d %7d %6d %7d %11d"
                .formatted(
                    way.label(), row.points, row.once, row.twice, row.missed, row.violations)));
    return table.toString();
  }
}
