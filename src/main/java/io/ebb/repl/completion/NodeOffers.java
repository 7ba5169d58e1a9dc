package io.ebb.repl.completion;

import io.ebb.cluster.Members;
import io.ebb.cluster.Node;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Nodes, groups and folded sets: how the last piece of a text in the notation of node sets goes
/// on.
final class NodeOffers {
  /// More are not listed one by one, but by how they go on.
  private static final int MOST = 100;

  private static final int LONGEST_SET = 60;

  private final int start;
  private final String piece;
  private final String before;
  private final boolean inBracket;
  private final Offers offers;

  /// @param text what is typed in quotes
  /// @param start where it begins
  NodeOffers(String text, int start) {
    int begin = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && ",!&^ \t".indexOf(c) >= 0) {
        begin = i + 1;
      }
    }
    this.start = start + begin;
    this.piece = text.substring(begin);
    this.before = text.substring(0, begin);
    this.inBracket = depth > 0;
    this.offers = new Offers(this.start, piece);
  }

  List<Candidate> of(List<Members> clusters) {
    if (!inBracket && piece.indexOf('[') < 0) {
      clusters.forEach(this::of);
    }
    return offers.best();
  }

  private void of(Members members) {
    if (piece.isEmpty() || piece.startsWith("@")) {
      groups(members);
    }
    Set<String> taken = taken();
    List<Node> fitting =
        members.nodes().stream()
            .filter(node -> node.host().startsWith(piece) && !taken.contains(node.host()))
            .toList();
    set(fitting);
    if (fitting.size() > MOST) {
      branches(fitting);
    } else {
      nodes(fitting, members.queues());
    }
    if (piece.startsWith("c")) {
      byId(members);
    }
  }

  private void byId(Members members) {
    Map<String, String> queues = Describe.labels(members.queues());
    members.nodes().stream()
        .filter(node -> node.id().startsWith(piece))
        .limit(MOST)
        .forEach(
            node -> add("nodes", node.id(), node.host() + " · " + Describe.node(node, queues)));
  }

  private void groups(Members members) {
    for (Queue queue : members.queues()) {
      add("groups", "@queue:" + queue.label(), Describe.queue(queue));
    }
    for (Role role : List.of(Role.COMPUTE, Role.LOGIN, Role.CONTROLLER)) {
      long count = members.nodes().stream().filter(node -> node.role() == role).count();
      add("groups", "@role:" + role.label(), Describe.count((int) count));
    }
  }

  /// All that fit, as one set.
  private void set(List<Node> fitting) {
    String folded = Serials.fold(fitting, LONGEST_SET);
    if (!folded.isEmpty() && folded.startsWith(piece)) {
      long count = fitting.stream().filter(node -> node.role() == Role.COMPUTE).count();
      add("sets", folded, Describe.count((int) count));
    }
  }

  private void nodes(List<Node> fitting, List<Queue> queues) {
    Map<String, String> labels = Describe.labels(queues);
    fitting.forEach(node -> add("nodes", node.host(), Describe.node(node, labels)));
  }

  /// One step further each.
  private void branches(List<Node> fitting) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : fitting) {
      int end = Math.min(node.host().length(), stem(node.host()) + 1);
      counts.merge(node.host().substring(0, end), 1, Integer::sum);
    }
    counts.forEach((begin, count) -> add("nodes", begin, "begins " + Describe.count(count)));
  }

  /// Letters are taken at once: those of all nodes of a role are the same.
  private int stem(String host) {
    int end = piece.length();
    while (end < host.length() && !Character.isDigit(host.charAt(end))) {
      end++;
    }
    return end;
  }

  private void add(String group, String value, String description) {
    offers.add(group, value, value, description, false);
  }

  /// The nodes that are named before it already.
  private Set<String> taken() {
    String named = before.strip();
    if (!named.endsWith(",")) {
      return Set.of();
    }
    try {
      return new HashSet<>(NodeSet.parse(named.substring(0, named.length() - 1)).expand());
    } catch (NodeSetException _) {
      return Set.of(); // groups and wildcards may stand for any
    }
  }
}
