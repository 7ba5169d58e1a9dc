package io.ebb.script;

import io.ebb.cluster.NoSuchQueueException;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Snapshot;
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

  @Override
  public String toString() {
    return queue.name();
  }

  private String call(String word) {
    return Call.of(Call.of(ClusterWords.said(cluster), "queue", queue.id()), word);
  }

  static Queue find(Snapshot snapshot, String word) {
    return find(snapshot.cluster(), snapshot.queues(), word);
  }

  static Queue find(String cluster, List<Queue> queues, String word) {
    return Queue.find(cluster, queues, word)
        .orElseThrow(() -> new NoSuchQueueException(cluster, word, queues));
  }
}
