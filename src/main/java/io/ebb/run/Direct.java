package io.ebb.run;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Role;
import io.ebb.plan.Order;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A change that no plan makes, only an [Order].
sealed interface Direct extends Change {

  /// The change that was ordered.
  ///
  /// @param known the ids of the nodes that were there before
  static Change of(Order order, Collection<String> known) {
    return switch (order) {
      case Order.Addition(String _, Role role, int count) ->
          new Addition(role, count, Set.copyOf(known));
      case Order.Restart(String _, List<Node> nodes) -> new Restart(nodes);
      case Order.Joining(String _, var queue, List<Node> nodes) ->
          new Return(queue.id(), queue.label(), nodes);
      case Order.Leaving(String _, var queue, List<Node> nodes) ->
          new Leave(queue.id(), queue.label(), nodes);
      case Order.QueueDeletion(String _, var queue) -> new QueueDeletion(queue.id(), queue.label());
    };
  }

  @Override
  default List<Node> nodes() {
    return List.of();
  }

  @Override
  default @Nullable String queue() {
    return null;
  }

  @Override
  default Change of(List<Node> others) {
    return this;
  }

  /// By default nothing of it is to be seen at a node.
  @Override
  default boolean effectOn(Optional<Node> now) {
    return false;
  }

  /// Nodes are added.
  ///
  /// @param known the ids of the nodes that were there before
  record Addition(Role role, int count, Set<String> known) implements Direct {
    static final String ACTION = "HpcClusterAddClusterNodes";

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "adding nodes";
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.addNodes(cluster, role, count);
    }

    @Override
    public boolean effectOn(Optional<Node> now) {
      return now.isPresent();
    }

    /// Whether no node is new but for those that an operation in the log has added.
    @Override
    public boolean undone(Sight now) {
      Set<String> explained =
          now.operations().stream()
              .filter(operation -> operation.action().equals(ACTION))
              .flatMap(operation -> operation.resources().stream())
              .collect(Collectors.toSet());
      return now.nodes().stream()
          .map(Node::id)
          .allMatch(node -> known.contains(node) || explained.contains(node));
    }

    /// Which nodes are added is known only afterwards; that they are so many may not be said.
    @Override
    public boolean is(Operation operation) {
      long named = operation.resources().stream().filter(Change::isNode).count();
      return operation.action().equals(ACTION) && (named == 0 || named == count);
    }
  }

  /// Nodes are restarted. Nothing of it is to be seen afterwards.
  record Restart(List<Node> nodes) implements Direct {
    static final String ACTION = "HpcClusterRestartClusterNodes";

    @Override
    public Change of(List<Node> others) {
      return new Restart(others);
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "restart";
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.restartNodes(cluster, nodes);
    }
  }

  /// A queue is deleted.
  ///
  /// @param queue its id
  /// @param name its name for people
  record QueueDeletion(String queue, String name) implements Direct {
    static final String ACTION = "HpcQueueDelEhpcQueues";

    @Override
    public boolean destroys() {
      return true;
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "deletion of queue " + name;
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.deleteQueue(cluster, queue);
    }

    @Override
    public boolean undone(Sight now) {
      return quiet(now) && now.queues().stream().anyMatch(found -> found.id().equals(queue));
    }
  }
}
