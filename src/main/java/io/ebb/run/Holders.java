package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which of the runs that go on holds which nodes. Safe for use by many threads.
///
/// Limits hold although runs look and change at the same time, because each run counts the nodes of
/// those that began before it as gone: together they take what they would take one after the other.
final class Holders {
  /// The ids of held nodes by run, in the order in which the runs began.
  private final Map<String, Set<String>> runs = new LinkedHashMap<>();

  /// Begins a run that holds all targets of the plan; returns its id.
  ///
  /// @param beginning gives the id; not called when the plan is refused
  /// @throws RefusedException when another run holds one of the targets (rule 17)
  synchronized String begin(Plan plan, Supplier<String> beginning) {
    runs.forEach((holder, held) -> {
      Set<String> hosts =
          plan.targets().stream()
              .filter(target -> held.contains(target.id()))
              .map(Target::host)
              .collect(Collectors.toSet());
      if (!hosts.isEmpty()) {
        throw RefusedException.held(plan, hosts, holder);
      }
    });
    String run = beginning.get();
    runs.put(run, plan.targets().stream().map(Target::id).collect(Collectors.toSet()));
    return run;
  }

  /// The ids of the nodes held by runs that began before this one.
  synchronized Set<String> before(String run) {
    Set<String> held = new HashSet<>();
    for (Map.Entry<String, Set<String>> other : runs.entrySet()) {
      if (other.getKey().equals(run)) {
        return held;
      }
      held.addAll(other.getValue());
    }
    return held;
  }

  /// The run does not hold this node any more.
  synchronized void release(String run, String node) {
    Set<String> held = runs.get(run);
    if (held != null) {
      held.remove(node);
    }
  }

  /// The run holds nothing any more.
  synchronized void end(String run) {
    runs.remove(run);
  }
}
