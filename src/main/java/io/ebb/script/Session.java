package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the words of one script work with.
///
/// @param outside the world, by way of the script's record
/// @param parameters the parameters of the script, checked, by name in camelCase
/// @param defaults how nodes are retired when the script does not say otherwise; its limits hold
///   whatever the script says
/// @param host who sees what it shows
/// @param shared what its languages hand to one another, by name
/// @param unused the plans that it has made, and neither looked at nor applied
/// @param cancellation whether the script is to stop
record Session(
    Outside outside,
    Map<String, Object> parameters,
    RetireOptions defaults,
    Host host,
    Map<String, @Nullable Object> shared,
    Set<PlanWords> unused,
    Cancellation cancellation) {

  /// Tells of the plans of which nothing has come: a script that forgets to apply one looks like
  /// one that has done its work.
  void tellUnused() {
    unused.forEach(plan ->
        host.log(
            "warning: the plan \"%s\" was made, and neither shown nor applied"
                .formatted(plan.name())));
  }
}
