package io.ebb.cluster;

import io.ebb.api.EhpcApi;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What one account sees of EHPC, and what it can change, in domain terms.
///
/// Reads page through everything at 100 items a call. Changes return as soon as the service has
/// accepted them, with the id of the operation that goes on. Safe for use by many threads.
@SuppressWarnings("DoNotCallSuggester")
public final class Ehpc {
  private final EhpcApi api;

  /// Over a connected API.
  public Ehpc(EhpcApi api) {
    this.api = api;
  }

  /// All clusters of the account.
  public List<Cluster> clusters() {
    throw new UnsupportedOperationException("not yet");
  }

  /// The cluster with this id. Throws `NotFoundException` when there is none.
  public Cluster cluster(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// All nodes of the cluster, each with the queue it is in (two listings).
  public List<Node> nodes(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// All queues of the cluster.
  public List<Queue> queues(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// All scheduler jobs of the cluster, finished ones included.
  public List<Job> jobs(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// The running scheduler jobs of the cluster.
  public List<Job> runningJobs(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// The operations of the cluster created at or after `since`, newest first.
  public List<Operation> operations(String cluster, Instant since) {
    throw new UnsupportedOperationException("not yet");
  }

  /// Nodes, queues, running jobs and pending operations: one listing of each kind.
  public Snapshot snapshot(String cluster) {
    throw new UnsupportedOperationException("not yet");
  }

  /// Takes compute nodes out of a queue; returns the operation id.
  public String removeFromQueue(String cluster, String queue, Collection<Node> nodes) {
    throw new UnsupportedOperationException("not yet");
  }

  /// Puts compute nodes into a queue; returns the operation id.
  public String addToQueue(String cluster, String queue, Collection<Node> nodes) {
    throw new UnsupportedOperationException("not yet");
  }

  /// Deletes nodes for good; returns the operation id.
  public String deleteNodes(String cluster, Collection<Node> nodes) {
    throw new UnsupportedOperationException("not yet");
  }

  EhpcApi api() {
    return api;
  }
}
