package io.ebb.cluster;

import io.ebb.api.BadRequestException;
import io.ebb.api.Failure;
import io.ebb.api.NodesApi;
import io.ebb.api.QueuesApi;
import io.ebb.api.Subject;
import java.util.Collection;
import java.util.List;

/// Makes requests of nodes, and refuses those that the service would misunderstand.
final class Asked {
  private static final int MOST_AT_ONCE = 99;

  private Asked() {}

  /// The serials of compute nodes, which is what queues know nodes by (Q12).
  static QueuesApi.Members members(
      String action, String cluster, String queue, Collection<Node> nodes) {
    Subject subject =
        new Subject(cluster, queue, nodes.stream().map(Node::host).distinct().toList());
    if (nodes.isEmpty()) {
      throw refused(action, subject, "no nodes are given");
    }
    // A serial counts within its role: that of a login node would hit another, compute node.
    if (nodes.stream().anyMatch(node -> node.role() != Role.COMPUTE)) {
      throw refused(action, subject, "only compute nodes can be in a queue");
    }
    List<Integer> serials = nodes.stream().map(Node::serial).distinct().toList();
    return new QueuesApi.Members(cluster, queue, serials);
  }

  /// The ids of nodes, each once.
  static List<String> ids(String action, String cluster, Collection<Node> nodes) {
    if (nodes.isEmpty()) {
      throw refused(action, Subject.of(cluster), "no nodes are given");
    }
    return nodes.stream().map(Node::id).distinct().toList();
  }

  /// The count is a text on the wire (Q25).
  static NodesApi.Add addition(String cluster, Role role, int count) {
    if (role != Role.COMPUTE && role != Role.LOGIN) {
      throw refused("add nodes", Subject.of(cluster), "only compute and login nodes can be added");
    }
    if (count < 1 || count > MOST_AT_ONCE) {
      throw refused("add nodes", Subject.of(cluster), count + " is not a number from 1 to 99");
    }
    return new NodesApi.Add(cluster, role.label(), String.valueOf(count));
  }

  private static BadRequestException refused(String action, Subject subject, String problem) {
    return new BadRequestException(
        new Failure(action, subject, 0, problem, "ask for something else; nothing was sent"));
  }
}
