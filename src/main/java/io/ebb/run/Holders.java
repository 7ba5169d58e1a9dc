package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.time.Instant;
import java.util.HashMap;
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
  /// What runs hold, in the order in which they began.
  private final Map<String, Held> runs = new LinkedHashMap<>();

  /// When a node of a cluster was released last.
  private final Map<String, Instant> released = new HashMap<>();

  /// The ids of the nodes of one cluster that a run holds.
  private record Held(String cluster, Set<String> nodes) {}

  /// Begins a run that holds all targets of the plan; returns its id.
  ///
  /// @param beginning gives the id; not called when the plan is refused
  /// @throws RefusedException when another run holds one of the targets (rule 17)
  synchronized String begin(Plan plan, Supplier<String> beginning) {
    runs.forEach((holder, held) -> {
      Set<String> hosts =
          plan.targets().stream()
              .filter(target -> held.nodes().contains(target.id()))
              .map(Target::host)
              .collect(Collectors.toSet());
      if (!hosts.isEmpty()) {
        throw RefusedException.held(plan, hosts, holder);
      }
    });
    String run = beginning.get();
    Set<String> nodes = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
    runs.put(run, new Held(plan.cluster(), nodes));
    return run;
  }

  /// The ids of the nodes held by runs that began before this one.
  synchronized Set<String> before(String run) {
    Set<String> held = new HashSet<>();
    for (Map.Entry<String, Held> other : runs.entrySet()) {
      if (other.getKey().equals(run)) {
        return held;
      }
      held.addAll(other.getValue().nodes());
    }
    return held;
  }

  /// The ids of the nodes that any run holds.
  synchronized Set<String> all() {
    return runs.values().stream()
        .flatMap(held -> held.nodes().stream())
        .collect(Collectors.toSet());
  }

  /// Whether no run holds any node of the cluster, nor has held one at that moment or since.
  synchronized boolean quietSince(String cluster, Instant moment) {
    return runs.values().stream().noneMatch(held -> held.cluster().equals(cluster))
        && released.getOrDefault(cluster, Instant.MIN).isBefore(moment);
  }

  /// The run does not hold this node any more.
  synchronized void release(String run, String node, Instant now) {
    Held held = runs.get(run);
    if (held != null && held.nodes().remove(node)) {
      released.put(held.cluster(), now);
    }
  }

  /// The run holds nothing any more.
  synchronized void end(String run, Instant now) {
    Held held = runs.remove(run);
    if (held != null) {
      released.put(held.cluster(), now);
    }
  }
}
