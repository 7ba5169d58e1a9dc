package io.ebb.report;

import io.ebb.run.Entry.QueueSeen;
import io.ebb.run.Entry.QueuesSeen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many nodes a queue had before, and has after.
///
/// @param cluster the id of the cluster
/// @param id the queue's id
/// @param name its name, for people
/// @param before null when it was not there, or nobody looked
/// @param after null when it is gone, or nobody looked
public record QueueRow(
    String cluster, String id, String name, @Nullable Integer before, @Nullable Integer after) {

  /// The queues of one cluster, by what was seen of them from the first look to the last.
  static List<QueueRow> of(String cluster, List<QueuesSeen> looks) {
    if (looks.isEmpty()) {
      return List.of();
    }
    Map<String, QueueRow> rows = new LinkedHashMap<>();
    for (QueueSeen queue : looks.getFirst().queues()) {
      rows.put(queue.id(), new QueueRow(cluster, queue.id(), queue.name(), queue.nodes(), null));
    }
    if (looks.size() > 1) {
      for (QueueSeen queue : looks.getLast().queues()) {
        rows.merge(
            queue.id(),
            new QueueRow(cluster, queue.id(), queue.name(), null, queue.nodes()),
            (first, last) -> new QueueRow(cluster, first.id, first.name, first.before, last.after));
      }
    }
    return new ArrayList<>(rows.values());
  }
}
