package io.ebb.sim;

import java.time.Duration;

/// How long work takes, by the clock of the world.
///
/// @param queue operations on queues and users
/// @param node creating, deleting, restarting and resizing nodes
/// @param cluster creating, starting, stopping and deleting clusters
/// @param job a submitted job, from its start to its end
public record Spans(Duration queue, Duration node, Duration cluster, Duration job) {

  /// 7 s and 55 s as the documentation shows, 6 min as its manual says, and jobs of 10 min.
  public static Spans documented() {
    return new Spans(
        Duration.ofSeconds(7),
        Duration.ofSeconds(55),
        Duration.ofMinutes(6),
        Duration.ofMinutes(10));
  }

  Spans withQueue(Duration other) {
    return new Spans(other, node, cluster, job);
  }

  Spans withNode(Duration other) {
    return new Spans(queue, other, cluster, job);
  }

  Spans withCluster(Duration other) {
    return new Spans(queue, node, other, job);
  }

  Spans withJob(Duration other) {
    return new Spans(queue, node, cluster, other);
  }
}
