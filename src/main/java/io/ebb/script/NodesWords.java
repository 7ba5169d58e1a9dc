package io.ebb.script;

import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Role;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Kind(
    value = "nodes",
    doc = "A set of nodes, resolved once and frozen. Can be iterated; has a length.")
final class NodesWords implements Shown {
  private final Session session;
  private final Nodes nodes;

  NodesWords(Session session, Nodes nodes) {
    this.session = session;
    this.nodes = nodes;
  }

  Nodes nodes() {
    return nodes;
  }

  @Override
  public Object shown() {
    return nodes;
  }

  @Override
  public String clusterId() {
    return nodes.snapshot().cluster();
  }

  @Override
  public String brief() {
    return nodes.size() + (nodes.size() == 1 ? " node " : " nodes ") + nodes.fold();
  }

  @Override
  public String key() {
    return nodes.snapshot().cluster()
        + "/"
        + nodes.list().stream().map(Node::id).collect(Collectors.joining(","));
  }

  @Fact(value = "count", doc = "How many nodes are in the set.")
  int count() {
    return nodes.size();
  }

  @Fact(value = "folded", doc = "The host names in folded form, for example `node[3-5,9]`.")
  String folded() {
    return nodes.fold();
  }

  @Word(
      value = "items",
      doc = "The nodes as a list, ordered by role and serial.",
      example = "nodes.items()[0].host",
      effect = Effect.READ)
  List<NodeWords> items() {
    return nodes.list().stream().map(this::words).toList();
  }

  @Word(
      value = "has",
      doc = "Whether all of the given nodes are in the set.",
      example = "nodes.has(\"node3\")",
      effect = Effect.READ)
  boolean has(@Arg(value = "others", doc = "Nodes, or text such as `node3`.") Targets others) {
    return resolve(others).list().stream().allMatch(node -> nodes.contains(node.id()));
  }

  @Word(
      value = "union",
      doc = "These nodes and those. In Python also `|`.",
      example = "nodes.union(\"node[1-2]\")",
      effect = Effect.READ)
  NodesWords union(@Arg(value = "others", doc = "Nodes, or text.") Targets others) {
    return with(nodes.union(resolve(others)));
  }

  @Word(
      value = "intersect",
      doc = "Those of these nodes that are among the others too. In Python also `&`.",
      example = "nodes.intersect(\"@queue:batch\")",
      effect = Effect.READ)
  NodesWords intersect(@Arg(value = "others", doc = "Nodes, or text.") Targets others) {
    return with(nodes.intersect(resolve(others)));
  }

  @Word(
      value = "minus",
      doc = "These nodes without the others. In Python also `-`.",
      example = "nodes.minus(\"node7\")",
      effect = Effect.READ)
  NodesWords minus(@Arg(value = "others", doc = "Nodes, or text.") Targets others) {
    return with(nodes.minus(resolve(others)));
  }

  @Word(
      value = "where",
      doc = "The nodes for which the function answers true.",
      example = "nodes.where(n => n.cpu >= 8)",
      python = "nodes.where(lambda n: n.cpu >= 8)",
      effect = Effect.READ)
  NodesWords where(@Arg(value = "test", doc = "A function of a node.") Predicate<NodeWords> test) {
    return with(nodes.where(node -> test.test(words(node))));
  }

  @Word(
      value = "role",
      doc = "The nodes of one role.",
      example = "nodes.role(\"compute\")",
      effect = Effect.READ)
  NodesWords role(
      @Arg(
              value = "role",
              doc = "The role.",
              choices = {"login", "controller", "compute"})
          String role) {
    Role wanted = Role.named(role);
    return with(nodes.where(node -> node.role() == wanted));
  }

  @Word(
      value = "inQueue",
      doc = "The nodes that are in the queue with this id, name or partition.",
      example = "nodes.inQueue(\"batch\")",
      python = "nodes.in_queue(\"batch\")",
      effect = Effect.READ)
  NodesWords inQueue(@Arg(value = "queue", doc = "Id, name or partition.") String queue) {
    String id = QueueWords.find(nodes.snapshot(), queue).id();
    return with(nodes.where(node -> id.equals(node.queue())));
  }

  @Word(
      value = "idle",
      doc = "The nodes that no running job can be using.",
      example = "nodes.idle()",
      effect = Effect.READ)
  NodesWords idle() {
    return with(nodes.idle());
  }

  @Word(
      value = "busy",
      doc = "The nodes that a running job may be using.",
      example = "nodes.busy()",
      effect = Effect.READ)
  NodesWords busy() {
    return with(nodes.busy());
  }

  @Word(
      value = "olderThan",
      doc = "The nodes created longer ago than this.",
      example = "nodes.olderThan(\"30d\")",
      python = "nodes.older_than(\"30d\")",
      effect = Effect.READ)
  NodesWords olderThan(@Arg(value = "age", doc = "A duration.") Duration age) {
    return with(nodes.olderThan(age));
  }

  @Word(
      value = "named",
      doc = "The nodes of the set that the text names, in the notation of node sets.",
      example = "nodes.named(\"node[1-4]\")",
      effect = Effect.READ)
  NodesWords named(@Arg(value = "names", doc = "For example `node[1-9,12]`.") String names) {
    return with(nodes.intersect(Nodes.named(nodes.snapshot(), names)));
  }

  @Word(
      value = "pick",
      doc =
          "At most this many of the nodes, the easiest to do without first: idle ones, then those"
              + " whose jobs have run longest, then the highest serials.",
      example = "nodes.pick(4)",
      effect = Effect.READ)
  NodesWords pick(@Arg(value = "count", doc = "How many at most.") int count) {
    return with(nodes.pick(count));
  }

  @Word(
      value = "waitUntil",
      doc =
          "Waits until the function answers true for each of these nodes, as they are then, and"
              + " gives those for which it does: all that are still there, or fewer when the time is"
              + " up. A dry run does not wait, and gives all.",
      example = "nodes.idle().pick(1).waitUntil(n => n.jobs.length === 0, {atMost: \"10m\"})",
      python = "nodes.idle().pick(1).wait_until(lambda n: not n.jobs, at_most=\"10m\")",
      effect = Effect.READ)
  NodesWords waitUntil(
      @Arg(value = "test", doc = "A function of a node.") Predicate<NodeWords> test,
      @Opt(value = "atMost", doc = "How long.", otherwise = "\"1h\"") @Nullable Duration atMost) {
    if (session.host().rehearses()) {
      session.host().log("dry run: would now wait for " + nodes.fold());
      return this;
    }
    Vigil vigil = new Vigil(session.outside(), nodes, atMost == null ? Vigil.USUAL : atMost);
    return with(vigil.await((now, node) -> test.test(new NodeWords(session, now, node))));
  }

  @Override
  public String toString() {
    return nodes.fold();
  }

  private Nodes resolve(Targets targets) {
    return targets.resolve(nodes::snapshot);
  }

  private NodesWords with(Nodes chosen) {
    return new NodesWords(session, chosen);
  }

  private NodeWords words(Node node) {
    return new NodeWords(session, nodes.snapshot(), node);
  }
}
