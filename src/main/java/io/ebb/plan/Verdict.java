package io.ebb.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a guard found.
///
/// @param guard the guard
/// @param finding what it looked at, in a few words, for example `compute keeps 28 (limit 2)`
/// @param violations all that is wrong; empty when the guard holds
/// @param override the reason why what is wrong does not forbid the plan; null when there is none
public record Verdict(
    Guard guard, String finding, List<Violation> violations, @Nullable String override) {

  /// Copies the list.
  public Verdict {
    violations = List.copyOf(violations);
  }

  /// One that nobody overrides.
  public Verdict(Guard guard, String finding, List<Violation> violations) {
    this(guard, finding, violations, null);
  }

  /// What it is when these options hold, which may override it.
  Verdict under(RetireOptions options) {
    return holds() ? this : new Verdict(guard, finding, violations, options.overrides().get(guard));
  }

  /// Whether nothing is wrong.
  public boolean holds() {
    return violations.isEmpty();
  }

  /// Whether it forbids the plan.
  public boolean forbids() {
    return !holds() && override == null;
  }
}
