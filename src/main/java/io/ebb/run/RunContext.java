package io.ebb.run;

import io.ebb.api.BusyException;
import io.ebb.api.EhpcException;
import io.ebb.api.Failure;
import io.ebb.api.QuotaException;
import io.ebb.api.Subject;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Job;
import io.ebb.cluster.Members;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Pace;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the parts of one run share: the service, the clock, the journal. Used by the run's own
/// thread only.
final class RunContext {
  /// How long a look at everything may take. The listings of a large cluster take seconds; it is
  /// the quota, or a busy service, that keeps them for minutes.
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

  private static final int LOOKS = 3;

  /// A wait this much longer than the one that was told is told again.
  private static final Duration NEWS = Duration.ofSeconds(30);

  private static final Duration TOLD_FROM = Duration.ofSeconds(2);

  final Plan plan;
  private final Map<String, Target> targets;
  final Ehpc ehpc;
  final Time time;
  final Watcher watcher;
  final Cancellation cancellation;
  final Pace pace = Pace.standard();

  private final Logbook logbook;
  private final Set<String> ownOperations = new HashSet<>();
  private final Looks looks;

  /// By id, the hosts of this run that are out of their queue, and not being deleted.
  private final Map<String, String> out = new LinkedHashMap<>();

  /// By node, the operations that were to put it back, and had not ended when the run went on here.
  private final Map<String, String> returning = new HashMap<>();

  /// The ids of the nodes whose deletion was accepted.
  private final Set<String> doomed = new HashSet<>();

  private Instant heldUpUntil = Instant.MIN;

  /// @param history of the run so far
  /// @param looks what was read already before the run began
  RunContext(
      Means means, Logbook logbook, History history, Cancellation cancellation, Looks looks) {
    this.ehpc = means.ehpc();
    this.time = means.time();
    this.watcher = means.watcher();
    this.logbook = logbook;
    this.plan = history.plan();
    this.targets = history.targets();
    this.cancellation = cancellation;
    this.looks = looks;
    cancellation.whenHeldUp(this::heldUp);
  }

  /// The target with this id, with what it is compared with.
  Target target(String id) {
    return Objects.requireNonNull(
        targets.get(id), () -> "plan " + plan.id() + " has no node " + id);
  }

  Instant now() {
    return time.instant();
  }

  /// A moment by our clock as the service's clock shows it, as far as known: what the service says
  /// of times compares with this.
  Instant serviceTime(Instant ours) {
    return ours.plus(Duration.between(now(), ehpc.serviceTime()));
  }

  /// Writes to the journal.
  ///
  /// @throws Halt when it cannot be written, or the run is interrupted
  void write(Entry entry) {
    logbook.write(entry);
    if (entry instanceof Entry.Concluded) {
      looks.outdated();
    }
  }

  /// Tells the listener. One that fails stops the run in an orderly way: see [#trouble].
  void tell(RunEvent event) {
    logbook.tell(event);
  }

  /// Has the run cancelled if somebody has asked for that in another process.
  void heed() {
    logbook.heed();
  }

  /// How late it is to send the intent written last, if it is too late. Null when it is not.
  @Nullable Duration late() {
    return logbook.late();
  }

  /// A change was not sent because the quota is used up: whoever has asked to stop learns at once
  /// how long that will take.
  void heldUp(EhpcException cause) {
    if (cause instanceof QuotaException quota && cancellation.cancelled()) {
      quota.freeAt().ifPresent(until -> tellHeldUp(until, String.valueOf(cause.getMessage())));
    }
  }

  /// A call waits, for room in the quota or a service that is busy.
  private void heldUp(Instant until, String why) {
    if (cancellation.cancelled()) {
      tellHeldUp(until, why);
    }
    if (until.isAfter(now().plus(TOLD_FROM))) {
      logbook.note(
          new RunEvent.Waiting("calls wait: " + why, now(), "the service taking calls", until));
    }
  }

  private void tellHeldUp(Instant until, String why) {
    if (until.isAfter(now().plus(TOLD_FROM)) && until.isAfter(heldUpUntil)) {
      heldUpUntil = until.plus(NEWS);
      tell(new RunEvent.HeldUp(why, until, List.copyOf(out.values())));
    }
  }

  /// Why what the run does cannot be followed from outside; null when it can.
  @Nullable String trouble() {
    return logbook.trouble();
  }

  /// On which side of the point of no return a node is that is not settled, as far as this process
  /// knows.
  String whereabouts(String node) {
    if (doomed.contains(node)) {
      return "past the point of no return: its deletion was accepted";
    }
    return out.containsKey(node)
        ? "not past the point of no return: it is out of its queue"
        : "not past the point of no return, as far as is known: no change of it was accepted";
  }

  /// What the run had begun before it goes on here.
  void goOnFrom(History history) {
    ownOperations.addAll(history.operations());
    plan.targets().stream()
        .filter(target -> history.settled(target.id()).isEmpty())
        .forEach(target -> {
          goOnFrom(target, history.side(target.id()));
          history.returning(target.id()).ifPresent(op -> returning.put(target.id(), op));
        });
  }

  private void goOnFrom(Target target, Side side) {
    switch (side) {
      case IN -> {}
      case LEFT -> out.put(target.id(), target.host());
      case DOOMED -> doomed.add(target.id());
    }
  }

  /// The operation that was to put the node back before, and goes on still; empty when none does.
  Optional<String> returning(String node) {
    return Optional.ofNullable(returning.get(node))
        .filter(operation -> looks.operations().stream().anyMatch(o -> o.id().equals(operation)));
  }

  /// The outcome of the node is settled.
  void settled(String node) {
    out.remove(node);
  }

  /// From now on this operation is ours, and no reason to hold back.
  void own(String operation) {
    ownOperations.add(operation);
  }

  /// The service has accepted this change as this operation.
  void accepted(Change change, String operation) {
    own(operation);
    if (change.destroys()) {
      change
          .nodes()
          .forEach(node -> {
            out.remove(node.id());
            doomed.add(node.id());
          });
      return;
    }
    looks.moved(operation);
    if (!change.undoes()) {
      change.nodes().forEach(node -> out.put(node.id(), node.host()));
    }
  }

  boolean owns(String operation) {
    return ownOperations.contains(operation);
  }

  /// The cluster as it is for this run, but for its jobs: without the run's own operations, and
  /// without the nodes that runs begun before it hold, which are as good as gone. What was read in
  /// this moment serves. A service that does not answer is asked again for as long as verification
  /// may take.
  Sight look() {
    return insist(this::see, Level.INTERRUPTED);
  }

  /// As [#look], with the running jobs, all of the same moment or of this one; but nodes that
  /// nothing can have changed since they were listed are not listed again, only their queues. It
  /// comes before something new: a wish to cancel ends its waits.
  Sight lookAtAll() {
    return insist(this::seeAll, Level.CANCELLED);
  }

  /// The look that the change is made by, at all when it destroys; a wish to cancel ends its waits
  /// unless it undoes something.
  Sight lookBefore(Change change) {
    return insist(() -> see(change), change.wakesOn());
  }

  /// As [#lookBefore], but empty when the service does not answer now.
  Optional<Sight> glanceBefore(Change change) {
    return unlessAway(() -> see(change), change.wakesOn());
  }

  /// The running jobs; empty when the service does not answer now.
  Optional<List<Job>> glanceAtJobs() {
    return unlessAway(looks::jobs, Level.CANCELLED);
  }

  /// How many nodes each queue has, by the last look; empty when that was a while ago, or something
  /// was done since.
  Optional<Entry.QueuesSeen> queuesSeen() {
    return looks.queues().map(seen -> new Entry.QueuesSeen(now(), seen));
  }

  /// Whether what is seen now is still what was seen then, but for what was sent from here.
  boolean inMoment(Sight seen) {
    return Looks.inMoment(seen.snapshot().takenAt(), now());
  }

  private <T> T insist(Supplier<T> look, Level wakesOn) {
    Instant since = now();
    for (int attempt = 0; ; attempt++) {
      cancellation.goOn();
      try {
        return cancellation.during(look, wakesOn);
      } catch (EhpcException e) {
        cancellation.goOn();
        if (!Setback.mayPass(e) || !waited(since, attempt, wakesOn, e)) {
          throw e;
        }
      }
    }
  }

  private <T> Optional<T> unlessAway(Supplier<T> look, Level wakesOn) {
    try {
      return Optional.of(cancellation.during(look, wakesOn));
    } catch (EhpcException e) {
      cancellation.goOn();
      if (!Setback.mayPass(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// Looks until the lists show what is expected, for at most so long; returns the last look.
  ///
  /// @param look [#look] or [#lookAtAll]
  Sight lookUntil(Supplier<Sight> look, Predicate<Sight> shown, String reason, Duration atMost) {
    Instant since = now();
    Instant deadline = since.plus(atMost);
    Sight seen = look.get();
    for (int again = 0; !shown.test(seen) && now().isBefore(deadline); again++) {
      tell(new RunEvent.Waiting(reason, since, "the lists showing it", deadline));
      cancellation.sleep(time, pace.waitBefore(again), Level.INTERRUPTED);
      seen = look.get();
    }
    return seen;
  }

  private boolean waited(Instant since, int look, Level wakesOn, EhpcException cause) {
    Instant deadline = since.plus(plan.options().verifyDeadline());
    Duration pause = pace.waitBefore(look);
    if (now().plus(pause).isAfter(deadline)) {
      return false;
    }
    tell(
        new RunEvent.Waiting(
            String.valueOf(cause.getMessage()), since, "the service answering", deadline));
    return cancellation.sleep(time, pause, wakesOn);
  }

  private Sight see(Change change) {
    return change.destroys() ? seeAll() : see();
  }

  private Sight see() {
    return new Sight(snapshot(looks.members(this::held), List::of), false);
  }

  /// A look that was held back on its way is made again: nothing is destroyed by what was seen
  /// before that.
  private Sight seeAll() {
    for (int attempt = 0; attempt < LOOKS; attempt++) {
      Instant begun = now();
      Snapshot seen = snapshot(looks.membersUnlessKnown(this::held, this::owns), looks::jobs);
      if (!now().isAfter(begun.plus(LONGEST_LOOK))) {
        return new Sight(seen, true);
      }
    }
    throw new BusyException(
        new Failure(
            "look at the cluster",
            Subject.of(plan.cluster()),
            0,
            "each of %d looks took longer than %s, and what is seen first may change meanwhile"
                .formatted(LOOKS, LONGEST_LOOK),
            "try again when the service answers sooner, or when the call quota has room"));
  }

  private Set<String> held() {
    return logbook.held();
  }

  /// @param jobs read after the nodes and the queues
  private Snapshot snapshot(Looks.Listed listed, Supplier<List<Job>> jobs) {
    Set<String> held = held();
    Members members = listed.members();
    return new Snapshot(
        members.cluster(),
        members.nodes().stream()
            .filter(node -> !held.contains(node.id()) && !listed.held().contains(node.id()))
            .toList(),
        members.queues(),
        jobs.get(),
        looks.operations().stream().filter(operation -> !owns(operation.id())).toList(),
        members.takenAt());
  }
}
