package io.ebb.cluster;

import io.ebb.api.BadRequestException;
import io.ebb.api.ClustersApi;
import io.ebb.api.EhpcApi;
import io.ebb.api.Failure;
import io.ebb.api.JobsApi;
import io.ebb.api.NodesApi;
import io.ebb.api.NotFoundException;
import io.ebb.api.OperationsApi;
import io.ebb.api.Pages;
import io.ebb.api.QueuesApi;
import io.ebb.api.Subject;
import io.ebb.api.WireCluster;
import io.ebb.api.WireJob;
import io.ebb.api.WireNode;
import io.ebb.api.WireOperation;
import io.ebb.api.WireQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one account sees of EHPC, and what it can change, in domain terms.
///
/// Reads page through everything at 100 items a call. Changes return as soon as the service has
/// accepted them, with the id of the operation that goes on. Every method throws the
/// [EhpcException][io.ebb.api.EhpcException] that fits. Safe for use by many threads.
public final class Ehpc {
  private static final int NEWEST_FIRST = 1;

  private final EhpcApi api;

  /// Over a connected API.
  public Ehpc(EhpcApi api) {
    this.api = api;
  }

  /// All clusters of the account.
  public List<Cluster> clusters() {
    return clusters(null);
  }

  /// The cluster with this id. Throws `NotFoundException` when there is none.
  public Cluster cluster(String cluster) {
    return clusters(cluster).stream()
        .filter(found -> found.id().equals(cluster))
        .findFirst()
        .orElseThrow(() -> noSuchCluster(cluster));
  }

  /// All nodes of the cluster, each with the queue it is in (two listings).
  public List<Node> nodes(String cluster) {
    List<WireNode> nodes = wireNodes(cluster);
    return FromWire.nodes(nodes, queues(cluster));
  }

  /// All queues of the cluster.
  public List<Queue> queues(String cluster) {
    return Pages.all(
            (offset, limit) -> api.queues().list(new QueuesApi.Query(cluster, offset, limit)),
            WireQueue::hpcqueueId)
        .stream()
        .map(FromWire::queue)
        .toList();
  }

  /// All scheduler jobs of the cluster, finished ones included. A job that names its queue only by
  /// display name or partition costs one more listing, of the queues.
  public List<Job> jobs(String cluster) {
    return jobs(cluster, null);
  }

  /// The running scheduler jobs of the cluster; for the rest as [#jobs(String)].
  public List<Job> runningJobs(String cluster) {
    return jobs(cluster, "running");
  }

  /// The operations of the cluster created at or after `since`, newest first.
  public List<Operation> operations(String cluster, Instant since) {
    return Pages.until(
            (offset, limit) -> api.operations().list(query(cluster, null, offset, limit)),
            WireOperation::jobId,
            operation -> operation.createTime() != null && operation.createTime().isBefore(since))
        .stream()
        .map(FromWire::operation)
        .filter(operation -> operation.resources().contains(cluster))
        .toList();
  }

  /// Nodes, queues, running jobs and pending operations: one listing of each kind.
  public Snapshot snapshot(String cluster) {
    Instant takenAt = api.time().instant();
    List<WireNode> nodes = wireNodes(cluster);
    List<Queue> queues = queues(cluster);
    List<WireJob> jobs = wireJobs(cluster, "running");
    return new Snapshot(
        cluster,
        FromWire.nodes(nodes, queues),
        queues,
        FromWire.jobs(jobs, queues),
        pendingOperations(cluster),
        takenAt);
  }

  /// Takes compute nodes out of a queue; returns the operation id. Refuses no nodes at all, and
  /// nodes of other roles, with a `BadRequestException` before any call.
  public String removeFromQueue(String cluster, String queue, Collection<Node> nodes) {
    return api.queues()
        .removeNodes(members("remove nodes from a queue", cluster, queue, nodes))
        .operation();
  }

  /// Puts compute nodes into a queue, out of the one they are in; returns the operation id. Refuses
  /// as [#removeFromQueue] does.
  public String addToQueue(String cluster, String queue, Collection<Node> nodes) {
    return api.queues()
        .addNodes(members("add nodes to a queue", cluster, queue, nodes))
        .operation();
  }

  /// Deletes nodes for good; returns the operation id. Refuses no nodes at all, with a
  /// `BadRequestException` before any call.
  public String deleteNodes(String cluster, Collection<Node> nodes) {
    if (nodes.isEmpty()) {
      throw refused("delete nodes", Subject.of(cluster), "there is none to delete");
    }
    List<String> ids = nodes.stream().map(Node::id).distinct().toList();
    return api.nodes().delete(new NodesApi.Delete(cluster, ids)).operation();
  }

  private List<Cluster> clusters(@Nullable String id) {
    return Pages.all(
            (offset, limit) ->
                api.clusters().list(new ClustersApi.Query(api.owner(), id, offset, limit)),
            WireCluster::clusterId)
        .stream()
        .map(FromWire::cluster)
        .toList();
  }

  private List<WireNode> wireNodes(String cluster) {
    return Pages.all(
        (offset, limit) -> api.nodes().list(new NodesApi.Query(cluster, offset, limit)),
        WireNode::nodeId);
  }

  private List<WireJob> wireJobs(String cluster, @Nullable String status) {
    return Pages.all(
        (offset, limit) -> api.jobs().list(new JobsApi.Query(cluster, status, offset, limit)),
        WireJob::hpcjobUuid);
  }

  private List<Job> jobs(String cluster, @Nullable String status) {
    List<WireJob> jobs = wireJobs(cluster, status);
    boolean queueUnknown = jobs.stream().anyMatch(job -> job.hpcqueueId().isEmpty());
    return FromWire.jobs(jobs, queueUnknown ? queues(cluster) : List.of());
  }

  private List<Operation> pendingOperations(String cluster) {
    return Pages.all(
            (offset, limit) -> api.operations().list(query(cluster, "pending", offset, limit)),
            WireOperation::jobId)
        .stream()
        .map(FromWire::operation)
        .filter(operation -> operation.pending() && operation.resources().contains(cluster))
        .toList();
  }

  private static OperationsApi.Query query(
      String cluster, @Nullable String status, int offset, int limit) {
    return new OperationsApi.Query(cluster, status, NEWEST_FIRST, offset, limit);
  }

  private static QueuesApi.Members members(
      String action, String cluster, String queue, Collection<Node> nodes) {
    Subject subject =
        new Subject(cluster, queue, nodes.stream().map(Node::host).distinct().toList());
    if (nodes.isEmpty()) {
      throw refused(action, subject, "no nodes are given");
    }
    // A serial counts within its role: that of a login node would hit another, compute node.
    if (nodes.stream().anyMatch(node -> node.role() != Role.COMPUTE)) {
      throw refused(action, subject, "only compute nodes can be in a queue");
    }
    List<Integer> serials = nodes.stream().map(Node::serial).distinct().toList();
    return new QueuesApi.Members(cluster, queue, serials);
  }

  private static BadRequestException refused(String action, Subject subject, String problem) {
    return new BadRequestException(
        new Failure(action, subject, 0, problem, "choose other nodes; nothing was sent"));
  }

  private static NotFoundException noSuchCluster(String cluster) {
    return new NotFoundException(
        new Failure(
            "find the cluster",
            Subject.of(cluster),
            0,
            "the account has no such cluster",
            "ebb clusters lists those it has; check the id, the zone and the owner"));
  }
}
