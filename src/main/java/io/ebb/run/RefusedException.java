package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// A plan may not be carried out: guards forbid it, or it has expired. Nothing was changed.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Violation> violations;

  private RefusedException(String message, List<Violation> violations) {
    super(message);
    this.violations = violations;
  }

  static RefusedException violated(Plan plan) {
    return new RefusedException(
        plan.violations().stream()
            .map(Violation::text)
            .collect(Collectors.joining("\n  ", "plan " + plan.id() + " is refused:\n  ", "")),
        plan.violations());
  }

  static RefusedException expired(Plan plan) {
    return new RefusedException(
        "plan %s expired at %s; plan again".formatted(plan.id(), plan.expiresAt()), List.of());
  }

  /// All that forbids it; empty when the plan has merely expired.
  public List<Violation> violations() {
    return violations;
  }
}
