package io.ebb.plan;

import java.util.List;

/// What a guard found.
///
/// @param guard the guard
/// @param finding what it looked at, in a few words, for example `compute keeps 28 (limit 2)`
/// @param violations all that is wrong; empty when the guard holds
public record Verdict(Guard guard, String finding, List<Violation> violations) {

  /// Copies the list.
  public Verdict {
    violations = List.copyOf(violations);
  }

  /// Whether nothing is wrong.
  public boolean holds() {
    return violations.isEmpty();
  }
}
