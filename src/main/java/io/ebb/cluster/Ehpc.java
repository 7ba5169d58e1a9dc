package io.ebb.cluster;

import io.ebb.api.Budget;
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
import java.util.OptionalInt;
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
  private final LastSeen lastSeen = new LastSeen();
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
    List<Cluster> all = clusters(null);
    lastSeen.learn(all);
    return all;
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

  /// The nodes of the cluster that the set names by id or host, as [#nodes(String)] lists them:
  /// what every change here takes, so that nobody handles serials. Throws [NoSuchNodeException]
  /// listing all names that no node has, and [AmbiguousNameException] when one is the host of
  /// several.
  ///
  /// @param set ids and hosts, for example `NodeSet.parse("cln-hzzvbtnh,node[3-5]")`; without
  ///   groups and wildcards, which need a [Snapshot]
  public List<Node> nodes(String cluster, NodeSet set) {
    Members members = members(cluster);
    return new Snapshot(
            cluster, members.nodes(), members.queues(), List.of(), List.of(), members.takenAt())
        .select(set);
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

  /// The scheduler jobs of the cluster that wait for nodes, by queues that are known already: one
  /// listing.
  public List<Job> waitingJobs(Members members) {
    return FromWire.jobs(lists.jobs(members.cluster(), "pending"), members.queues());
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

  /// How much of the account's call quota is used now, as far as it is counted here. Makes no call.
  public Budget budget() {
    return api.budget();
  }

  /// All nodes, each with its queue, and all queues (two listings). Throws a `BusyException` when
  /// the service lists no node at all.
  public Members members(String cluster) {
    Instant takenAt = api.time().instant();
    long changes = changes(cluster);
    List<WireNode> nodes = lists.nodes(cluster);
    List<Queue> queues = queues(cluster);
    belongings.learn(cluster, nodes, queues);
    Members members = new Members(cluster, FromWire.nodes(nodes, queues), queues, takenAt);
    lastSeen.learn(members, changes);
    return members;
  }

  /// What [#clusters] and [#members] have read last, whoever asked for it.
  public LastSeen lastSeen() {
    return lastSeen;
  }

  /// The nodes as they were listed, each with the queue that it is in now, and all queues (one
  /// listing). For who knows that nothing else can have changed: a node that is gone is there
  /// still.
  public Members regrouped(Members listed) {
    Instant takenAt = api.time().instant();
    List<Queue> queues = queues(listed.cluster());
    return new Members(
        listed.cluster(), FromWire.regrouped(listed.nodes(), queues), queues, takenAt);
  }

  /// How many nodes of all roles the cluster has (one small call); empty when the service does not
  /// say.
  public OptionalInt nodeCount(String cluster) {
    Integer count = api.nodes().list(new NodesApi.Query(cluster, 0, 1)).totalCount();
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
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

  /// A number that grows with each change of the cluster that is sent from here, by one before the
  /// call and by one after it: what was read between two equal numbers was not changed from here
  /// meanwhile.
  public long changes(String cluster) {
    return counter(cluster).get();
  }

  /// Takes compute nodes out of a queue; returns the operation id. Refuses no nodes at all, and
  /// nodes of other roles, with a `BadRequestException` before any call.
  public String removeFromQueue(String cluster, String queue, Collection<Node> nodes) {
    QueuesApi.Members members = Asked.members("remove nodes from a queue", cluster, queue, nodes);
    return change(cluster, () -> api.queues().removeNodes(members));
  }

  /// Puts compute nodes into a queue, out of the one they are in; returns the operation id. Refuses
  /// as [#removeFromQueue] does.
  public String addToQueue(String cluster, String queue, Collection<Node> nodes) {
    QueuesApi.Members members = Asked.members("add nodes to a queue", cluster, queue, nodes);
    return change(cluster, () -> api.queues().addNodes(members));
  }

  /// Deletes a queue for good, which must have no nodes; returns the operation id.
  public String deleteQueue(String cluster, String queue) {
    QueuesApi.Delete deletion = new QueuesApi.Delete(cluster, List.of(queue));
    return change(cluster, () -> api.queues().delete(deletion));
  }

  /// Deletes nodes for good; returns the operation id. Refuses no nodes at all, with a
  /// `BadRequestException` before any call.
  public String deleteNodes(String cluster, Collection<Node> nodes) {
    List<String> ids = Asked.ids("delete nodes", cluster, nodes);
    return change(cluster, () -> api.nodes().delete(new NodesApi.Delete(cluster, ids)));
  }

  /// Restarts nodes, whatever runs on them; returns the operation id. Refuses no nodes at all, with
  /// a `BadRequestException` before any call.
  public String restartNodes(String cluster, Collection<Node> nodes) {
    List<String> ids = Asked.ids("restart nodes", cluster, nodes);
    return change(cluster, () -> api.nodes().restart(new NodesApi.Restart(cluster, ids)));
  }

  /// Adds nodes of one role, compute nodes to the default queue; returns the operation id. Refuses
  /// other counts than 1 to 99, and other roles than compute and login, with a
  /// `BadRequestException` before any call.
  public String addNodes(String cluster, Role role, int count) {
    NodesApi.Add addition = Asked.addition(cluster, role, count);
    return change(cluster, () -> api.nodes().add(addition));
  }

  /// The API itself, for what has no word here.
  public EhpcApi api() {
    return api;
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
