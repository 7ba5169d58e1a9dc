package io.ebb.run;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.plan.Pace;
import io.ebb.run.Cancellation.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A change of the cluster that a run makes with one call, and how to see whether it has happened.
sealed interface Change permits Change.Leave, Change.Return, Change.Delete, Direct {

  /// The nodes concerned, as they were seen last.
  List<Node> nodes();

  /// The queue concerned; null when none is.
  @Nullable String queue();

  /// The action by its name in the operation log.
  String action();

  /// Whether it undoes something: then it is worth more patience, and a wish to cancel does not
  /// stop it.
  default boolean undoes() {
    return false;
  }

  /// Which wish to stop ends the waits before it is sent.
  default Level wakesOn() {
    return undoes() ? Level.INTERRUPTED : Level.CANCELLED;
  }

  /// Whether it destroys something: then jobs are looked at before it is sent.
  default boolean destroys() {
    return false;
  }

  /// How often to look for its end.
  default Pace pace() {
    return Pace.standard();
  }

  /// What it does, for people.
  String words();

  /// Makes the call; returns the id of the operation.
  String send(Ehpc ehpc, String cluster);

  /// This change of these nodes.
  Change of(List<Node> nodes);

  /// Whether it is well whoever brought the effect about. What somebody else has done is not ours
  /// to undo.
  default boolean byAnybody() {
    return true;
  }

  /// Whether this node, as it is now, shows the effect.
  boolean effectOn(Optional<Node> now);

  /// Whether all of it has happened.
  default boolean done(Sight now) {
    return nodes().stream().allMatch(node -> effectOn(now.node(node.id())));
  }

  /// Whether nothing of it has happened or is happening.
  default boolean undone(Sight now) {
    return quiet(now)
        && nodes().stream().map(node -> now.node(node.id())).noneMatch(this::effectOn);
  }

  /// Whether nothing is going on at the nodes and the queue.
  default boolean quiet(Sight now) {
    return nodes().stream()
            .flatMap(node -> now.node(node.id()).stream())
            .noneMatch(Node::inTransition)
        && now.queues().stream().noneMatch(this::changing)
        && now.operations().stream().filter(Operation::pending).noneMatch(this::concerns);
  }

  private boolean changing(Queue candidate) {
    return candidate.id().equals(queue()) && !candidate.transition().isEmpty();
  }

  private boolean concerns(Operation operation) {
    return (queue() != null && operation.resources().contains(queue()))
        || nodes().stream().anyMatch(node -> operation.resources().contains(node.id()));
  }

  /// Whether this operation is this change, of exactly these nodes.
  default boolean is(Operation operation) {
    Set<String> named =
        operation.resources().stream().filter(Change::isNode).collect(Collectors.toSet());
    return operation.action().equals(action())
        && (queue() == null || operation.resources().contains(queue()))
        && named.equals(nodes().stream().map(Node::id).collect(Collectors.toSet()));
  }

  /// Whether what an operation names is a node.
  static boolean isNode(String resource) {
    return resource.startsWith("cln-");
  }

  /// Nodes leave a queue.
  ///
  /// @param queue its id
  /// @param name its name for people
  record Leave(String queue, String name, List<Node> nodes) implements Change {
    static final String ACTION = "HpcQueueRemoveEhpcQueueNodes";

    @Override
    public Change of(List<Node> others) {
      return new Leave(queue, name, others);
    }

    @Override
    public boolean byAnybody() {
      return false;
    }

    @Override
    public Pace pace() {
      return Pace.ofLeaving();
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "leaving queue " + name;
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.removeFromQueue(cluster, queue, nodes);
    }

    @Override
    public boolean effectOn(Optional<Node> now) {
      return now.filter(node -> queue.equals(node.queue())).isEmpty();
    }
  }

  /// Nodes go back into a queue.
  ///
  /// @param queue its id
  /// @param name its name for people
  record Return(String queue, String name, List<Node> nodes) implements Change {
    static final String ACTION = "HpcQueueAddEhpcQueueNodes";

    @Override
    public Change of(List<Node> others) {
      return new Return(queue, name, others);
    }

    @Override
    public boolean undoes() {
      return true;
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "going back into queue " + name;
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.addToQueue(cluster, queue, nodes);
    }

    @Override
    public boolean effectOn(Optional<Node> now) {
      return now.filter(node -> queue.equals(node.queue())).isPresent();
    }
  }

  /// Nodes are deleted.
  record Delete(List<Node> nodes) implements Change {
    static final String ACTION = "HpcClusterDeleteClusterNodes";

    @Override
    public Change of(List<Node> others) {
      return new Delete(others);
    }

    @Override
    public @Nullable String queue() {
      return null;
    }

    @Override
    public boolean destroys() {
      return true;
    }

    @Override
    public Pace pace() {
      return Pace.ofDeletion();
    }

    @Override
    public String action() {
      return ACTION;
    }

    @Override
    public String words() {
      return "deletion";
    }

    @Override
    public String send(Ehpc ehpc, String cluster) {
      return ehpc.deleteNodes(cluster, nodes);
    }

    @Override
    public boolean effectOn(Optional<Node> now) {
      return now.isEmpty();
    }
  }
}
