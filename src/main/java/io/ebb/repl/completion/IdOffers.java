package io.ebb.repl.completion;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Members;
import io.ebb.cluster.Queue;
import io.ebb.run.RunHead;
import java.util.List;
import java.util.Optional;

/// Live ids: clusters, queues, runs.
final class IdOffers {
  private final Ids ids;
  private final Offers offers;
  private final String open;
  private final String close;

  /// @param open the quote to put before an id; empty inside of quotes
  /// @param close the quote to put behind it; empty where there is one
  IdOffers(Ids ids, Offers offers, String open, String close) {
    this.ids = ids;
    this.offers = offers;
    this.open = open;
    this.close = close;
  }

  void clusters() {
    for (Cluster cluster : ids.clusters()) {
      add("clusters", cluster.id(), Describe.cluster(cluster));
    }
  }

  void runs() {
    for (RunHead run : ids.runs()) {
      add("runs", run.id(), Describe.run(run));
    }
  }

  void choices(List<String> choices) {
    choices.forEach(choice -> add("choices", choice, ""));
  }

  /// By partition or name; by id where that is typed.
  void queues(String cluster) {
    for (Members members : members(ids, cluster)) {
      for (Queue queue : members.queues()) {
        boolean byId = offers.typed().startsWith("ehpcq-");
        add("queues", byId ? queue.id() : queue.label(), Describe.queue(queue));
      }
    }
  }

  /// By id, as nodes and jobs name their queue.
  void queueIds(String cluster) {
    for (Members members : members(ids, cluster)) {
      members.queues().forEach(queue -> add("queues", queue.id(), queue.label()));
    }
  }

  /// All nodes of a queue.
  void groups(String cluster) {
    for (Members members : members(ids, cluster)) {
      members
          .queues()
          .forEach(queue -> add("groups", "@queue:" + queue.label(), Describe.queue(queue)));
    }
  }

  private void add(String group, String id, String description) {
    offers.add(group, id, open + id + close, description, false);
  }

  /// What is known of this cluster; of the only one, or else of all that were seen, when none is
  /// named.
  static List<Members> members(Ids ids, String cluster) {
    if (!cluster.isEmpty()) {
      return ids.members(cluster).map(List::of).orElse(List.of());
    }
    List<Cluster> clusters = ids.clusters();
    if (clusters.size() == 1) {
      return members(ids, clusters.getFirst().id());
    }
    return ids.seen().stream().map(ids::members).flatMap(Optional::stream).toList();
  }
}
