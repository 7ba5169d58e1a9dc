package io.ebb.report;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nodes by the names that people give them.
public final class Hosts {
  private Hosts() {}

  /// The host names of these nodes; the ids of those that the plan does not name.
  static List<String> of(Plan plan, Collection<String> ids) {
    Map<String, String> hosts = new HashMap<>();
    for (Target target : plan.targets()) {
      hosts.put(target.id(), target.host());
    }
    return ids.stream().map(id -> hosts.getOrDefault(id, id)).toList();
  }

  /// The names in one word, for example `node[3-5,9]`; one after the other when one of them is no
  /// name that can be folded.
  public static String fold(Collection<String> names) {
    try {
      return NodeSet.of(names).fold();
    } catch (NodeSetException _) {
      return String.join(", ", names);
    }
  }
}
