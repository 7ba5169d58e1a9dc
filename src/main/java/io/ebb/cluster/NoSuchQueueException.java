package io.ebb.cluster;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// A queue is named that the cluster does not have. The message lists the ones it has.
public final class NoSuchQueueException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// No queue of `known` is called `word`.
  public NoSuchQueueException(String cluster, String word, List<Queue> known) {
    super(
        "cluster %s has no queue %s; it has %s"
            .formatted(
                cluster,
                word,
                known.isEmpty()
                    ? "none"
                    : known.stream().map(Queue::label).collect(Collectors.joining(", "))));
  }
}
