package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the words of one script work with, or those of a dialogue.
interface Session {

  /// The world, by way of the script's record.
  Outside outside();

  /// The parameters of the script, checked, by name in camelCase.
  Map<String, Object> parameters();

  /// How nodes are retired when the script does not say otherwise; its limits hold whatever the
  /// script says.
  RetireOptions defaults();

  /// Who sees what it shows.
  Host host();

  /// What its languages hand to one another, by name.
  Map<String, @Nullable Object> shared();

  /// The plans that it has made, and neither looked at nor applied.
  Set<PlanWords> unused();

  /// Whether the script is to stop.
  Cancellation cancellation();
}
