package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What a look cannot show yet: for a while the lists tell what was before an operation that has
/// ended, and the list of jobs leaves out one that has just started.
///
/// @param seen a look whose operations are those of the last day, newest first
/// @param now when it was taken, by the service's clock
record ListLag(Sight seen, Instant now) {
  /// How long a list may tell what was before.
  static final Duration SETTLE = Pursuit.SETTLE;

  /// How long a job that has started may be missing.
  static final Duration JOBS = Step.Drain.SETTLE;

  /// How far the service's clock may be off without our knowing.
  private static final Duration SKEW = Duration.ofSeconds(65);

  /// The operation that has ended well a moment ago, and which the lists contradict; empty when
  /// they contradict none. Of what several did to a node, the last counts.
  Optional<Operation> hidden() {
    Set<String> known = new HashSet<>();
    for (Operation operation : seen.operations()) {
      if (operation.successful()
          && isRecent(operation, SETTLE)
          && operation.resources().stream()
              .filter(Change::isNode)
              .anyMatch(node -> !known.contains(node) && isHidden(operation, node))) {
        return Optional.of(operation);
      }
      known.addAll(operation.resources());
    }
    return Optional.empty();
  }

  /// Whether one of the nodes has left a queue so short a time ago that a job which started on it
  /// before may not be listed yet.
  boolean hidesJobs(Collection<Node> nodes) {
    return seen.operations().stream()
        .filter(operation -> operation.action().equals(Change.Leave.ACTION))
        .filter(operation -> isRecent(operation, JOBS))
        .anyMatch(operation ->
            nodes.stream().anyMatch(node -> operation.resources().contains(node.id())));
  }

  private boolean isRecent(Operation operation, Duration span) {
    Instant ended = operation.changedAt();
    return ended != null && ended.isAfter(now.minus(span).minus(SKEW));
  }

  private boolean isHidden(Operation operation, String id) {
    Optional<Node> node = seen.node(id);
    return switch (operation.action()) {
      case Change.Leave.ACTION -> node.filter(found -> isIn(found, operation)).isPresent();
      case Change.Return.ACTION -> node.filter(found -> !isIn(found, operation)).isPresent();
      case Change.Delete.ACTION -> node.isPresent();
      case Direct.Addition.ACTION -> node.isEmpty();
      default -> false;
    };
  }

  private static boolean isIn(Node node, Operation operation) {
    return node.queue() != null && operation.resources().contains(node.queue());
  }
}
