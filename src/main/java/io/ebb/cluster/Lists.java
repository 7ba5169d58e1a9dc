package io.ebb.cluster;

import io.ebb.api.BusyException;
import io.ebb.api.ClustersApi;
import io.ebb.api.EhpcApi;
import io.ebb.api.Failure;
import io.ebb.api.JobsApi;
import io.ebb.api.NodesApi;
import io.ebb.api.OperationsApi;
import io.ebb.api.Pages;
import io.ebb.api.QueuesApi;
import io.ebb.api.Subject;
import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireQueue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lists of the service, each read as a whole.
final class Lists {
  private final EhpcApi api;

  Lists(EhpcApi api) {
    this.api = api;
  }

  /// The cluster with this id, if any; with null all clusters.
  List<WireCluster> clusters(@Nullable String id) {
    return new Pages<>(
            "list clusters",
            Subject.of(id == null ? "" : id),
            (offset, limit) ->
                api.clusters().list(new ClustersApi.Query(api.owner(), id, offset, limit)),
            WireCluster::clusterId)
        .all();
  }

  /// Never empty: a controller always remains, so a list without nodes is a failed look.
  List<WireNode> nodes(String cluster) {
    List<WireNode> nodes =
        new Pages<>(
                "list nodes",
                Subject.of(cluster),
                (offset, limit) -> api.nodes().list(new NodesApi.Query(cluster, offset, limit)),
                WireNode::nodeId)
            .all();
    if (nodes.isEmpty()) {
      throw new BusyException(
          new Failure(
              "list nodes",
              Subject.of(cluster),
              0,
              "the service lists no node at all, and every cluster has some",
              "try again in a minute; ebb clusters tells whether the cluster is active"));
    }
    return nodes;
  }

  List<WireQueue> queues(String cluster) {
    return new Pages<>(
            "list queues",
            Subject.of(cluster),
            (offset, limit) -> api.queues().list(new QueuesApi.Query(cluster, offset, limit)),
            WireQueue::hpcqueueId)
        .all();
  }

  /// Those with the status; with null all.
  List<WireJob> jobs(String cluster, @Nullable String status) {
    return new Pages<>(
            "list jobs",
            Subject.of(cluster),
            (offset, limit) -> api.jobs().list(new JobsApi.Query(cluster, status, offset, limit)),
            WireJob::key)
        .all();
  }

  /// The log, newest first, up to the page that is the `end`. It is not filtered by status, because
  /// an operation that goes on may have another than the documented `pending`.
  List<WireOperation> operations(String cluster, LogEnd end) {
    return new Pages<>(
            "list operations",
            Subject.of(cluster),
            (offset, limit) ->
                api.operations().list(OperationsApi.Query.about(cluster, offset, limit)),
            WireOperation::jobId)
        .until(end);
  }

  /// By either name of the parameter (Q10).
  Optional<WireOperation> operation(String id) {
    return Stream.of(OperationsApi.Query.withId(id), OperationsApi.Query.withIdAmongJobs(id))
        .flatMap(query -> api.operations().list(query).items().stream())
        .filter(operation -> operation.jobId().equals(id))
        .findFirst();
  }
}
