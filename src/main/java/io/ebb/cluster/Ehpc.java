package io.ebb.cluster;

import io.ebb.api.BadRequestException;
import io.ebb.api.EhpcApi;
import io.ebb.api.Failure;
import io.ebb.api.NodesApi;
import io.ebb.api.NotFoundException;
import io.ebb.api.QueuesApi;
import io.ebb.api.Subject;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one account sees of EHPC, and what it can change, in domain terms.
///
/// Reads page through everything: a list of n items costs one call up to 100, and one more for each
/// further 99 begun. Changes return as soon as the service has accepted them, with the id of the
/// operation that goes on. Every method throws the [EhpcException][io.ebb.api.EhpcException] that
/// fits. Safe for use by many threads.
public final class Ehpc {
  /// No operation goes on for longer; the documented ones take minutes.
  private static final Duration LONGEST_OPERATION = Duration.ofDays(1);

  private final EhpcApi api;
  private final Lists lists;
  private final Belongings belongings = new Belongings();
  private final Map<String, AtomicLong> changes = new ConcurrentHashMap<>();
  private final Map<String, Latest> latest = new ConcurrentHashMap<>();

  /// The last snapshot of a cluster, with the number of [#changes] when it was begun.
  private record Latest(Snapshot snapshot, long changes) {}

  /// Over a connected API.
  public Ehpc(EhpcApi api) {
    this.api = api;
    this.lists = new Lists(api);
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

  /// All nodes of the cluster, each with the queue it is in (two listings). Throws a
  /// `BusyException` when the service lists none at all.
  public List<Node> nodes(String cluster) {
    return members(cluster).nodes();
  }

  /// All queues of the cluster.
  public List<Queue> queues(String cluster) {
    return lists.queues(cluster).stream().map(FromWire::queue).toList();
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

  /// The running scheduler jobs of the cluster, by queues that are known already: one listing.
  public List<Job> runningJobs(Members members) {
    return FromWire.jobs(lists.jobs(members.cluster(), "running"), members.queues());
  }

  /// The operations of the cluster created at or after `since`, newest first. An operation is the
  /// cluster's when it names the cluster, or a node or queue known to be of it; those are listed
  /// once when an operation names neither and nothing is known yet (two more listings).
  ///
  /// @param since by the service's clock, see [#serviceTime]
  public List<Operation> operations(String cluster, Instant since) {
    return log(cluster, since, Set.of()).operations().stream()
        .filter(
            operation -> operation.createdAt() == null || !operation.createdAt().isBefore(since))
        .toList();
  }

  /// The operations of the cluster back to `since` and perhaps beyond, for the rest as
  /// [#operations]; but no further back than needed to find those with these ids, which are given
  /// whatever they name.
  ///
  /// @param since by the service's clock, see [#serviceTime]
  /// @param ids the operations that are looked for; none to read back to `since` in any case
  public LogReading log(String cluster, Instant since, Set<String> ids) {
    LogEnd end = new LogEnd(since, ids);
    List<Operation> found =
        lists.operations(cluster, end).stream().map(FromWire::operation).toList();
    if (!belongings.knowsAbout(cluster)
        && !found.stream().allMatch(operation -> belongings.ownedBy(cluster, operation))) {
      members(cluster);
    }
    return new LogReading(
        found.stream()
            .map(belongings::named)
            .filter(
                operation -> ids.contains(operation.id()) || belongings.ownedBy(cluster, operation))
            .toList(),
        end.reach());
  }

  /// The operation with this id, whatever cluster it names; empty when the log does not have it
  /// (yet). One call when it has, two when it has not.
  public Optional<Operation> operation(String id) {
    return lists.operation(id).map(FromWire::operation).map(belongings::named);
  }

  /// The time by the service's clock, as far as known: ours, until the service has refused ours.
  /// What the service says of times compares with this, not with a clock of this machine.
  public Instant serviceTime() {
    return api.time().instant().plus(api.clockOffset());
  }

  /// All nodes, each with its queue, and all queues (two listings). Throws a `BusyException` when
  /// the service lists no node at all.
  public Members members(String cluster) {
    Instant takenAt = api.time().instant();
    List<WireNode> nodes = lists.nodes(cluster);
    List<Queue> queues = queues(cluster);
    belongings.learn(cluster, nodes, queues);
    return new Members(cluster, FromWire.nodes(nodes, queues), queues, takenAt);
  }

  /// Nodes, queues, running jobs and the operations of the last day that go on: one listing of each
  /// kind. Throws a `BusyException` when the service lists no node at all.
  public Snapshot snapshot(String cluster) {
    long changes = changes(cluster);
    Members members = members(cluster);
    List<Job> jobs = runningJobs(members);
    List<Operation> pending =
        log(cluster, dayBefore(), Set.of()).operations().stream()
            .filter(Operation::pending)
            .toList();
    Snapshot snapshot =
        new Snapshot(cluster, members.nodes(), members.queues(), jobs, pending, members.takenAt());
    latest.put(cluster, new Latest(snapshot, changes));
    return snapshot;
  }

  /// The latest [#snapshot] of the cluster when it was taken at that moment, and no change has been
  /// sent from here since it was begun. Makes no call.
  public Optional<Snapshot> snapshotOf(String cluster, Instant takenAt) {
    return Optional.ofNullable(latest.get(cluster))
        .filter(last -> last.changes() == changes(cluster))
        .map(Latest::snapshot)
        .filter(snapshot -> snapshot.takenAt().equals(takenAt));
  }

  /// Since when operations are listed that may still go on, by the service's clock.
  public Instant dayBefore() {
    return serviceTime().minus(LONGEST_OPERATION);
  }

  /// A number that grows with each change of the cluster that is sent from here, before and after
  /// the call: what was read between two equal numbers was not changed from here meanwhile.
  public long changes(String cluster) {
    return counter(cluster).get();
  }

  /// Takes compute nodes out of a queue; returns the operation id. Refuses no nodes at all, and
  /// nodes of other roles, with a `BadRequestException` before any call.
  public String removeFromQueue(String cluster, String queue, Collection<Node> nodes) {
    QueuesApi.Members members = members("remove nodes from a queue", cluster, queue, nodes);
    return change(cluster, () -> api.queues().removeNodes(members));
  }

  /// Puts compute nodes into a queue, out of the one they are in; returns the operation id. Refuses
  /// as [#removeFromQueue] does.
  public String addToQueue(String cluster, String queue, Collection<Node> nodes) {
    QueuesApi.Members members = members("add nodes to a queue", cluster, queue, nodes);
    return change(cluster, () -> api.queues().addNodes(members));
  }

  /// Deletes nodes for good; returns the operation id. Refuses no nodes at all, with a
  /// `BadRequestException` before any call.
  public String deleteNodes(String cluster, Collection<Node> nodes) {
    if (nodes.isEmpty()) {
      throw refused("delete nodes", Subject.of(cluster), "there is none to delete");
    }
    List<String> ids = nodes.stream().map(Node::id).distinct().toList();
    return change(cluster, () -> api.nodes().delete(new NodesApi.Delete(cluster, ids)));
  }

  private List<Cluster> clusters(@Nullable String id) {
    return lists.clusters(id).stream().map(FromWire::cluster).toList();
  }

  /// Sends a change, counted before and after: a look that overlaps it does not count as later.
  private String change(String cluster, Supplier<Accepted> call) {
    AtomicLong counter = counter(cluster);
    counter.incrementAndGet();
    try {
      return call.get().operation();
    } finally {
      counter.incrementAndGet();
    }
  }

  private AtomicLong counter(String cluster) {
    return changes.computeIfAbsent(cluster, _ -> new AtomicLong());
  }

  private List<Job> jobs(String cluster, @Nullable String status) {
    List<WireJob> jobs = lists.jobs(cluster, status);
    boolean queueUnknown = jobs.stream().anyMatch(job -> job.hpcqueueId().isEmpty());
    return FromWire.jobs(jobs, queueUnknown ? queues(cluster) : List.of());
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
