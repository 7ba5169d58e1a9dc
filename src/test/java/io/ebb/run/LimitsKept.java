package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.sim.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Follows a history to each change that a run has sent, and looks at what is left there: as many
/// usable nodes as the limits of its plan say (rule 8), whoever else takes some away.
///
/// What others have done a short while before cannot have been seen by the run, and does not count.
final class LimitsKept {
  private static final Duration UNSEEN = Duration.ofMinutes(2);

  private final HistoryWorld world;
  private final Map<String, Sent> ours;
  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, String> queues = new HashMap<>();
  private final Set<String> unhealthy = new HashSet<>();

  /// The nodes that operations work on, by operation.
  private final Map<String, Set<String>> busy = new HashMap<>();

  /// By node, when somebody else had to do with it last.
  private final Map<String, Instant> touched = new HashMap<>();

  private final List<String> violations = new ArrayList<>();

  LimitsKept(HistoryWorld world) {
    this.world = world;
    this.ours =
        world.sent.stream()
            .filter(sent -> sent.operation() != null)
            .collect(Collectors.toMap(Sent::operation, sent -> sent));
    for (Node node : world.before.nodes()) {
      roles.put(node.id(), node.role());
      queues.put(node.id(), node.queue());
    }
  }

  List<String> violations() {
    List<Change> changes = world.sim.changes();
    int deed = 0;
    for (int index = 0; index < changes.size(); index++) {
      Change change = changes.get(index);
      for (;
          deed < world.others.deeds.size() && world.others.deeds.get(deed).index() <= index;
          deed++) {
        follow(world.others.deeds.get(deed), change.at());
      }
      follow(change);
    }
    return violations;
  }

  private void follow(Others.Deed deed, Instant at) {
    deed.nodes().forEach(node -> touched.put(node, at));
    switch (deed.health()) {
      case "unhealthy" -> unhealthy.addAll(deed.nodes());
      case "healthy" -> unhealthy.removeAll(deed.nodes());
      default -> {}
    }
  }

  private void follow(Change change) {
    String subject = change.subject();
    switch (change.kind()) {
      case NODE_CREATED -> roles.put(subject, Role.LOGIN); // compute nodes join a queue next
      case NODE_JOINED -> {
        roles.put(subject, Role.COMPUTE);
        queues.put(subject, change.queue());
        touch(change);
      }
      case NODE_LEFT -> {
        queues.remove(subject);
        touch(change);
      }
      case NODE_DELETED -> {
        touch(change);
        // Gone; but a run that looked just before somebody else deleted it has counted it.
        unhealthy.add(subject);
        queues.put(subject, change.queue());
      }
      case OPERATION_STARTED -> start(change);
      case OPERATION_SUCCEEDED, OPERATION_FAILED -> busy.remove(subject);
      default -> {}
    }
  }

  private void touch(Change change) {
    if (!ours.containsKey(change.operation())) {
      touched.put(change.subject(), change.at());
    }
  }

  private void start(Change change) {
    Sent sent = ours.get(change.subject());
    if (sent == null) {
      Set<String> nodes = world.others.busy.getOrDefault(change.subject(), Set.of());
      busy.put(change.subject(), nodes);
      nodes.forEach(node -> touched.put(node, change.at()));
      return;
    }
    busy.put(change.subject(), Set.copyOf(sent.intent().nodes()));
    Plan plan = world.plans.get(sent.run());
    if (plan != null) {
      check(sent, plan.options().limits(), change.at());
    }
  }

  private void check(Sent sent, Limits limits, Instant at) {
    if (sent.leaves()) {
      String queue = String.valueOf(sent.intent().queue());
      long left = count(node -> queue.equals(queues.get(node)), at);
      expect(left, limits.keepPerQueue(), "queue " + queue, sent);
    }
    if (sent.deletes()) {
      for (Role role : sent.intent().nodes().stream().map(roles::get).collect(Collectors.toSet())) {
        long left = count(node -> roles.get(node) == role, at);
        expect(left, limits.keepPerRole(), role.label(), sent);
      }
    }
  }

  private void expect(long left, int limit, String of, Sent sent) {
    if (left < limit) {
      violations.add("%s keeps %d, the limit is %d: %s".formatted(of, left, limit, sent));
    }
  }

  private long count(Predicate<String> counted, Instant at) {
    Set<String> going = busy.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    return roles.keySet().stream()
        .filter(counted)
        .filter(node -> unseen(node, at) || (!going.contains(node) && !unhealthy.contains(node)))
        .count();
  }

  private boolean unseen(String node, Instant at) {
    Instant last = touched.get(node);
    return last != null && last.plus(UNSEEN).isAfter(at);
  }
}
