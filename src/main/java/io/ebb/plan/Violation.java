package io.ebb.plan;

import java.util.List;

/// Why a set of nodes may not be retired as asked.
///
/// @param guard the guard that does not hold
/// @param hosts the hosts (or, of unknown nodes, ids) concerned; empty when it is the set as a
///   whole
/// @param problem what is wrong, with the numbers
/// @param remedy what to do about it
public record Violation(Guard guard, List<String> hosts, String problem, String remedy) {

  /// Copies the list.
  public Violation {
    hosts = List.copyOf(hosts);
  }

  /// All of it in one line.
  public String plainText() {
    return "%s (rule %d): %s; %s".formatted(guard.label(), guard.rule(), problem, remedy);
  }

  /// As [#plainText], and how to override it where that is possible.
  public String text() {
    return guard.overridable()
        ? plainText()
            + "; or override it with --override %s=REASON, in a script with the option overrides"
                .formatted(guard.label())
        : plainText();
  }
}
