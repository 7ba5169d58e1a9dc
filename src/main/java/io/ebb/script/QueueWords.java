package io.ebb.script;

import io.ebb.cluster.NoSuchQueueException;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Order;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Kind(value = "queue", doc = "A queue of a cluster; behind it stands one Slurm partition.")
final class QueueWords implements Shown {
  private final Session session;
  private final String cluster;
  private final Queue queue;

  QueueWords(Session session, String cluster, Queue queue) {
    this.session = session;
    this.cluster = cluster;
    this.queue = queue;
  }

  @Override
  public Object shown() {
    return queue;
  }

  @Override
  public String clusterId() {
    return cluster;
  }

  @Override
  public String brief() {
    return queue.label();
  }

  @Override
  public String key() {
    return cluster + "/" + queue.id();
  }

  @Fact(value = "id", doc = "The queue id, `ehpcq-…`.")
  String id() {
    return queue.id();
  }

  @Fact(value = "name", doc = "The display name.")
  String name() {
    return queue.name();
  }

  @Fact(value = "partition", doc = "The Slurm partition behind it.")
  String partition() {
    return queue.partition();
  }

  @Fact(value = "members", doc = "How many nodes were in it when it was looked up.")
  int members() {
    return queue.serials().size();
  }

  @Word(
      value = "nodes",
      doc = "The nodes that are in the queue now.",
      example = "queue.nodes()",
      effect = Effect.READ)
  NodesWords nodes() {
    Snapshot now =
        session.outside().ask(call("nodes"), Form.SNAPSHOT, ehpc -> ehpc.snapshot(cluster));
    Nodes all = Nodes.all(now);
    return new NodesWords(session, all.where(node -> queue.id().equals(node.queue())));
  }

  @Word(
      value = "jobs",
      doc = "The jobs that are running in the queue now.",
      example = "queue.jobs()",
      effect = Effect.READ)
  List<JobWords> jobs() {
    return session
        .outside()
        .ask(call("jobs"), Form.JOBS, ehpc -> ehpc.runningJobs(cluster))
        .stream()
        .filter(job -> queue.id().equals(job.queue()))
        .map(JobWords::new)
        .toList();
  }

  @Word(
      value = "describe",
      doc = "Raw: what the queue has and how much of it is in use, by the API's own names.",
      example = "queue.describe().free_slots",
      python = "queue.describe()[\"free_slots\"]",
      effect = Effect.READ)
  Map<String, @Nullable Object> describe() {
    return session
        .outside()
        .ask(call("describe"), Form.RAW, ehpc -> new Raw(ehpc).queue(cluster, queue.id()));
  }

  @Word(
      value = "addNodes",
      doc =
          "Orders that compute nodes move into the queue, out of the one that they are in, and gives"
              + " the operation. Refused for a node of another queue that a running job may be using.",
      example = "queue.addNodes(\"node[20-21]\").wait()",
      python = "queue.add_nodes(\"node[20-21]\").wait()",
      effect = Effect.CHANGE)
  OperationWords addNodes(
      @Arg(value = "nodes", doc = "A set, a node, a list of them, or text.") Targets nodes) {
    Nodes chosen = cluster().chosen(nodes);
    return ordered(
        call("addNodes", chosen.fold()), new Order.Joining(cluster, queue, chosen.list()));
  }

  @Word(
      value = "removeNodes",
      doc =
          "Orders that nodes leave the queue, and gives the operation; they stay in the cluster. No"
              + " new job starts on them then, and running ones go on: wait until they are idle.",
      example = "queue.removeNodes(\"node[27-28]\").wait()",
      python = "queue.remove_nodes(\"node[27-28]\").wait()",
      effect = Effect.CHANGE)
  OperationWords removeNodes(
      @Arg(value = "nodes", doc = "Nodes of the queue: a set, a node, a list of them, or text.")
          Targets nodes) {
    Nodes chosen = cluster().chosen(nodes);
    return ordered(
        call("removeNodes", chosen.fold()), new Order.Leaving(cluster, queue, chosen.list()));
  }

  @Word(
      value = "delete",
      doc =
          "Asks for confirmation, then orders that the queue is deleted for good, and gives the"
              + " operation. Refused unless it has no nodes, and no job runs or waits in it.",
      example = "if (queue.members === 0) queue.delete().wait()",
      python = "if queue.members == 0: queue.delete().wait()",
      effect = Effect.DESTROY)
  OperationWords delete() {
    return ordered(call("delete"), new Order.QueueDeletion(cluster, queue));
  }

  private OperationWords ordered(String call, Order order) {
    return OperationWords.ordered(session, call, order);
  }

  private ClusterWords cluster() {
    return new ClusterWords(session, cluster);
  }

  @Override
  public String toString() {
    return queue.name();
  }

  private String call(String word, @Nullable Object... arguments) {
    return Call.of(Call.of(ClusterWords.said(cluster), "queue", queue.id()), word, arguments);
  }

  static Queue find(Snapshot snapshot, String word) {
    return find(snapshot.cluster(), snapshot.queues(), word);
  }

  static Queue find(String cluster, List<Queue> queues, String word) {
    return Queue.find(cluster, queues, word)
        .orElseThrow(() -> new NoSuchQueueException(cluster, word, queues));
  }
}
