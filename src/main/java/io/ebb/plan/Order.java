package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of a cluster that is ordered directly, by one call, and not as a step of a [Plan]. Pure
/// data; whether it may be made is a matter of [OrderGuards].
public sealed interface Order {

  /// The id of the cluster.
  String cluster();

  /// The nodes concerned, as they were seen when it was given; none when it concerns none yet.
  default List<Node> nodes() {
    return List.of();
  }

  /// The queue concerned, as it was seen when the order was given; null when none is.
  default @Nullable Queue queue() {
    return null;
  }

  /// Whether it destroys something for good: then somebody is asked first.
  default boolean destroys() {
    return false;
  }

  /// The same order of these nodes.
  default Order of(List<Node> others) {
    return this;
  }

  /// What is to be done, for people: `add 2 compute nodes to ehpc-8jqdq0mz`.
  String deed();

  /// What is being done, for people: `adding 2 compute nodes to ehpc-8jqdq0mz`.
  String doing();

  /// Nodes are added to the cluster, compute nodes to its default queue. They cost money from then
  /// on.
  ///
  /// @param count how many, from 1
  record Addition(String cluster, Role role, int count) implements Order {
    @Override
    public String deed() {
      return "add " + what();
    }

    @Override
    public String doing() {
      return "adding " + what();
    }

    private String what() {
      return "%d %s %s to %s"
          .formatted(count, role.label(), count == 1 ? "node" : "nodes", cluster);
    }
  }

  /// Nodes are restarted, whatever runs on them.
  record Restart(String cluster, List<Node> nodes) implements Order {
    /// Copies the list.
    public Restart {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Order of(List<Node> others) {
      return new Restart(cluster, others);
    }

    @Override
    public String deed() {
      return "restart " + hosts(nodes);
    }

    @Override
    public String doing() {
      return "restarting " + hosts(nodes);
    }
  }

  /// Compute nodes are put into a queue, out of the one that they are in.
  record Joining(String cluster, Queue queue, List<Node> nodes) implements Order {
    /// Copies the list.
    public Joining {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Order of(List<Node> others) {
      return new Joining(cluster, queue, others);
    }

    @Override
    public String deed() {
      return "put " + what();
    }

    @Override
    public String doing() {
      return "putting " + what();
    }

    private String what() {
      return "%s into queue %s".formatted(hosts(nodes), queue.label());
    }
  }

  /// Compute nodes are taken out of a queue; they stay in the cluster, in no queue, and what runs
  /// on them goes on.
  record Leaving(String cluster, Queue queue, List<Node> nodes) implements Order {
    /// Copies the list.
    public Leaving {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Order of(List<Node> others) {
      return new Leaving(cluster, queue, others);
    }

    @Override
    public String deed() {
      return "take " + what();
    }

    @Override
    public String doing() {
      return "taking " + what();
    }

    private String what() {
      return "%s out of queue %s".formatted(hosts(nodes), queue.label());
    }
  }

  /// A queue without nodes is deleted for good.
  record QueueDeletion(String cluster, Queue queue) implements Order {
    @Override
    public boolean destroys() {
      return true;
    }

    @Override
    public String deed() {
      return "delete " + what();
    }

    @Override
    public String doing() {
      return "deleting " + what();
    }

    private String what() {
      String name = queue.name().equals(queue.label()) ? "" : " (" + queue.name() + ")";
      return "queue %s%s of %s".formatted(queue.label(), name, cluster);
    }
  }

  private static String hosts(Collection<Node> nodes) {
    return nodes.isEmpty() ? "no node" : Hosts.fold(nodes.stream().map(Node::host).toList());
  }
}
