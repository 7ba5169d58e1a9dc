package io.ebb.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read last of each cluster, for who wants to know at once rather than exactly: asking
/// makes no call. Safe for use by many threads.
public final class LastSeen {
  private final Map<String, Seen> clusters = new HashMap<>();
  private @Nullable List<Cluster> all;

  /// @param changes how many changes of the cluster had been sent from here before
  private record Seen(Members members, long changes) {}

  LastSeen() {}

  /// The clusters of the account; empty when they were never listed.
  public synchronized Optional<List<Cluster>> clusters() {
    return Optional.ofNullable(all);
  }

  /// The nodes and queues of the cluster; empty when they were never listed.
  public synchronized Optional<Members> members(String cluster) {
    return Optional.ofNullable(clusters.get(cluster)).map(Seen::members);
  }

  /// How many [changes][Ehpc#changes] of the cluster had been sent when they were listed; -1 when
  /// they never were.
  public synchronized long changes(String cluster) {
    Seen seen = clusters.get(cluster);
    return seen == null ? -1 : seen.changes;
  }

  /// The ids of the clusters whose nodes were listed.
  public synchronized Set<String> known() {
    return Set.copyOf(clusters.keySet());
  }

  synchronized void learn(List<Cluster> now) {
    all = List.copyOf(now);
  }

  /// A look that began earlier than the one that is known tells nothing new.
  synchronized void learn(Members members, long changes) {
    Seen before = clusters.get(members.cluster());
    if (before == null || !members.takenAt().isBefore(before.members.takenAt())) {
      clusters.put(members.cluster(), new Seen(members, changes));
    }
  }
}
