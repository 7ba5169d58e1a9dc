package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The session of one script, or of one statement of a dialogue.
record ScriptSession(
    Outside outside,
    Map<String, Object> parameters,
    RetireOptions defaults,
    Host host,
    Map<String, @Nullable Object> shared,
    Set<PlanWords> unused,
    Cancellation cancellation)
    implements Session {

  /// Tells of the plans of which nothing has come: a script that forgets to apply one looks like
  /// one that has done its work.
  void tellUnused() {
    tellUnused(unused, host);
  }

  /// Tells of these plans.
  static void tellUnused(Set<PlanWords> unused, Host host) {
    unused.forEach(plan ->
        host.log(
            "warning: the plan \"%s\" was made, and neither shown nor applied"
                .formatted(plan.name())));
  }
}
