package io.ebb.run;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Job;
import io.ebb.cluster.LogReading;
import io.ebb.cluster.Members;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one run has read of its cluster, list by list. What was read in this moment is not read
/// again. Used by the run's own thread only.
final class Looks {
  /// How long a moment is: two looks in it are the same look, if nothing was sent from here between
  /// them. Well under the 7 seconds that putting a node into a queue takes by the documented
  /// example: nobody can have given it a job meanwhile.
  static final Duration MOMENT = Duration.ofSeconds(4);

  /// How old what was seen of the queues may be to be told of.
  private static final Duration RECENT = Duration.ofMinutes(1);

  private final Ehpc ehpc;
  private final Means means;
  private final String cluster;
  private final OperationLog log;

  private @Nullable NodeList all;
  private @Nullable Read<Listed> members;
  private @Nullable Read<List<Job>> jobs;

  /// Whether a change of the run has ended since the queues were listed, which may not show it.
  private boolean outdated;

  /// Something that was read.
  ///
  /// @param begun when its reading began: however long it took, it counts from there
  /// @param changes how many changes had been sent from here then
  private record Read<T>(T value, Instant begun, long changes) {
    boolean isOf(Instant now, long changesNow) {
      return changes == changesNow && inMoment(begun, now);
    }
  }

  /// Nodes and queues, and the nodes that other runs held when their reading began: one that is
  /// released meanwhile must not count as kept by an old list.
  record Listed(Members members, Set<String> held) {}

  private Looks(Means means, String cluster) {
    this.means = means;
    this.ehpc = means.ehpc();
    this.cluster = cluster;
    this.log = means.watcher().log(cluster);
  }

  static boolean inMoment(Instant begun, Instant now) {
    return !now.isBefore(begun) && !now.isAfter(begun.plus(MOMENT));
  }

  /// Makes the first look of a run that is about to begin: what its plan was made from, when that
  /// was in this moment and nothing is known to have changed since; else read now.
  ///
  /// @throws io.ebb.api.EhpcException when the cluster cannot be looked at
  static Looks before(Means means, Plan plan) {
    Looks looks = new Looks(means, plan.cluster());
    means
        .ehpc()
        .snapshotOf(plan.cluster(), plan.madeAt())
        .filter(seen -> means.journal().quietSince(plan.cluster(), seen.takenAt()))
        .ifPresent(looks::handOn);
    return looks;
  }

  /// For a run that goes on: nothing was read yet.
  static Looks anew(Means means, Plan plan) {
    return new Looks(means, plan.cluster());
  }

  /// The nodes and the queues as the first look shows them.
  Sight first() {
    Members listed = members(means.journal()::held).members();
    operations();
    return new Sight(
        new Snapshot(
            cluster, listed.nodes(), listed.queues(), List.of(), List.of(), listed.takenAt()),
        false);
  }

  private void handOn(Snapshot seen) {
    long changes = ehpc.changes(cluster);
    Listed listed =
        new Listed(new Members(cluster, seen.nodes(), seen.queues(), seen.takenAt()), Set.of());
    all = new NodeList(listed, changes);
    members = new Read<>(listed, seen.takenAt(), changes);
    jobs = new Read<>(seen.jobs(), seen.takenAt(), changes);
    log.handOn(new LogReading(seen.operations(), Instant.MIN), seen.takenAt(), changes);
  }

  /// The nodes and the queues.
  ///
  /// @param held the nodes that other runs hold
  Listed members(Supplier<Set<String>> held) {
    members = current(members, () -> list(held));
    return members.value();
  }

  /// As [#members], but the nodes are not listed again while nothing can have changed them: see
  /// [NodeList]. Their queues are always read.
  ///
  /// @param own whether an operation is this run's, by its id
  Listed membersUnlessKnown(Supplier<Set<String>> held, Predicate<String> own) {
    members = current(members, () -> known(own).map(this::regroup).orElseGet(() -> list(held)));
    return members.value();
  }

  /// The service has accepted an operation of this run that changes queues and nothing else.
  void moved(String operation) {
    if (all != null) {
      all.moved(operation);
    }
  }

  /// A change of the run has ended: what was listed so far may not show it.
  void outdated() {
    outdated = true;
  }

  /// The queues as they were listed last; empty when something was changed since, or it was a while
  /// ago.
  Optional<List<Entry.QueueSeen>> queues() {
    Read<Listed> last = members;
    return last == null || outdated || !isRecent(last)
        ? Optional.empty()
        : Optional.of(last.value().members().queues().stream().map(Looks::seen).toList());
  }

  private boolean isRecent(Read<?> read) {
    return read.changes() == ehpc.changes(cluster)
        && !means.time().instant().isAfter(read.begun().plus(RECENT));
  }

  private static Entry.QueueSeen seen(Queue queue) {
    return new Entry.QueueSeen(queue.id(), queue.label(), queue.serials().size());
  }

  private Listed list(Supplier<Set<String>> held) {
    long changes = ehpc.changes(cluster);
    Set<String> heldBefore = new HashSet<>(held.get());
    Listed listed = new Listed(ehpc.members(cluster), heldBefore);
    all = new NodeList(listed, changes);
    outdated = false;
    return listed;
  }

  /// The list of all nodes that still holds. One small call proves that none came or went without
  /// the log telling.
  private Optional<NodeList> known(Predicate<String> own) {
    return Optional.ofNullable(all)
        .filter(list -> list.mayHold(means.time().instant(), ehpc.changes(cluster)))
        .filter(list -> list.holdsBy(log.read(ehpc.dayBefore()), log.notAfter(list.begun()), own))
        .filter(list -> list.counts(ehpc.nodeCount(cluster)));
  }

  private Listed regroup(NodeList list) {
    Listed listed = list.listed();
    Members regrouped = ehpc.regrouped(listed.members());
    outdated = false;
    return new Listed(regrouped, listed.held());
  }

  /// The running jobs, by the queues read last.
  List<Job> jobs() {
    jobs =
        current(
            jobs,
            () ->
                members == null
                    ? ehpc.runningJobs(cluster)
                    : ehpc.runningJobs(members.value().members()));
    return jobs.value();
  }

  /// The operations that go on. What somebody who waits for operations has just read serves.
  List<Operation> operations() {
    return log.read(ehpc.dayBefore()).operations().stream().filter(Operation::pending).toList();
  }

  private <T> Read<T> current(@Nullable Read<T> last, Supplier<T> read) {
    Instant now = means.time().instant();
    long changes = ehpc.changes(cluster);
    return last != null && last.isOf(now, changes) ? last : new Read<>(read.get(), now, changes);
  }
}
