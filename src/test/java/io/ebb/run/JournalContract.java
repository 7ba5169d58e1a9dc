package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ebb.plan.Plan;
import io.ebb.sim.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every journal does, wherever it is kept.
abstract class JournalContract {
  static final Instant NOON = Plans.NOON;
  static final Instant LATER = NOON.plusSeconds(60);

  /// The clock that leases run by.
  final HandClock clock = new HandClock(NOON);

  /// This process, and one on another machine.
  private final OwnProcess self = OwnProcess.current();

  private final OwnProcess other =
      new OwnProcess(new Owner("login2", 4242, NOON.minusSeconds(100), "alice"), "elsewhere");

  private final List<Journal> opened = new ArrayList<>();

  /// The store; the same for the whole test, and empty at its beginning.
  abstract Store store();

  /// Another connection to the same store; those of a store in memory are the same one.
  SqlJournal journal(OwnProcess process) {
    SqlJournal journal = SqlJournal.of(store(), clock, process);
    opened.add(journal);
    return journal;
  }

  SqlJournal journal() {
    return journal(self);
  }

  @AfterEach
  void close() {
    opened.forEach(Journal::close);
  }

  private static Entry.Began began(Plan plan) {
    return new Entry.Began(NOON, plan, "alice");
  }

  private static Entry.Settled settled(Instant at, int serial) {
    return new Entry.Settled(
        at, new NodeOutcome("cln-" + serial, "node" + serial, Outcome.RETIRED, "gone"));
  }

  private static Entry.Ended ended(Instant at, String run, RunState state) {
    return new Entry.Ended(
        at, new Run(run, "7f3a", Plans.CLUSTER, state, List.of(), null, 3, NOON, at));
  }

  @Test
  void givesBackWhatWasWrittenInItsOrder() {
    Journal journal = journal();
    Entry began = began(Plans.of("7f3a", 1, 2));
    Lease lease = journal.begin((Entry.First) began, null);
    Entry waiting = new Entry.Waiting(LATER, "job 8812", NOON, "its end", null);
    journal.write(lease, waiting);
    journal.write(lease, settled(LATER, 1));

    assertThat(journal.entries(lease.run())).containsExactly(began, waiting, settled(LATER, 1));
    assertThat(journal.head(lease.run()).events()).isEqualTo(3);
  }

  @Test
  void numbersRunsByTheUtcDayAndPartsBelowTheirScript() {
    Journal journal = journal();
    Entry.Scripted script =
        new Entry.Scripted(
            Instant.parse("2026-11-21T23:59:59Z"),
            "js",
            "a.js",
            "",
            null,
            "{}",
            "{}",
            "alice",
            null);
    Entry.Began next =
        new Entry.Began(Instant.parse("2026-11-22T00:00:00Z"), Plans.of("1", 1), "alice");

    assertThat(journal.begin(script, null).run()).isEqualTo("r-2026-11-21-001");
    assertThat(journal.begin(script, null).run()).isEqualTo("r-2026-11-21-002");
    assertThat(journal.begin(next, null).run()).isEqualTo("r-2026-11-22-001");
    assertThat(journal.begin(began(Plans.of("2", 2)), "r-2026-11-21-002").run())
        .isEqualTo("r-2026-11-21-002.1");
    assertThat(journal.begin(began(Plans.of("3", 3)), "r-2026-11-21-002").run())
        .isEqualTo("r-2026-11-21-002.2");
    assertThat(journal.head("r-2026-11-21-002.2").parent()).isEqualTo("r-2026-11-21-002");
  }

  @Test
  void knowsAPlanByItsDigest() {
    Journal journal = journal();
    Plan plan = Plans.of("7f3a", 1);
    assertThat(journal.runOf(plan.digest())).isEmpty();

    Lease lease = journal.begin(began(plan), null);

    assertThat(journal.runOf(plan.digest())).contains(lease.run());
    assertThat(journal.runOf(Plans.of("7f3b", 1).digest())).isEmpty();
  }

  @Test
  void aPlanIsBegunOnceEvenWhenTwoBeginItAtOnce() {
    Journal journal = journal();
    Plan plan = Plans.of("7f3a", 1);
    Lease lease = journal(other).begin(began(plan), null);

    assertThatThrownBy(() -> journal.begin(began(plan), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("run " + lease.run() + " is carried out by process 4242 on login2");

    journal(other).write(lease, ended(LATER, lease.run(), RunState.DONE));
    assertThatThrownBy(() -> journal.begin(began(plan), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("begun as run " + lease.run() + " in the meantime, which is done");
    assertThat(journal.heads(9)).hasSize(1);
    assertThat(journal.held()).isEmpty();
  }

  @Test
  void whatIsToldOfARunFollowsFromItsEventsAtEveryMoment() {
    Journal journal = journal();
    Lease script =
        journal.begin(
            new Entry.Scripted(NOON, "js", "a.js", "1", null, "{}", "{}", "alice", null), null);
    Lease first = journal.begin(began(Plans.of("7f3a", 1)), script.run());
    journal.write(first, ended(LATER, first.run(), RunState.UNKNOWN));
    assertThat(journal.entries(first.run())).hasSize(2);

    Lease second = journal.take(first.run(), Set.of("cln-1"), LATER);
    assertThat(journal.entries(first.run())).as("taken, and no event tells of it").hasSize(2);
    journal.write(second, new Entry.Resumed(LATER, self.owner(), Entry.Resumed.RESUME, null));
    assertThat(journal.entries(first.run())).hasSize(3);
    journal.write(second, ended(LATER.plusNanos(1), first.run(), RunState.DONE));
    assertThat(journal.entries(first.run())).hasSize(4);

    journal.write(script, new Entry.Finished(LATER, RunState.DONE, ""));
    assertThat(journal.entries(script.run())).hasSize(2);
  }

  @Test
  void aRunHoldsItsNodesUntilTheyAreSettledOrItHasEnded() {
    Journal journal = journal();
    Lease first = journal.begin(began(Plans.of("1", 1, 2, 3)), null);
    journal.write(first, settled(LATER, 1));
    assertThat(journal.held()).containsExactlyInAnyOrder("cln-2", "cln-3");

    Lease second = journal.begin(began(Plans.of("2", 1, 4)), null);
    assertThat(journal.heldBefore(first.run())).isEmpty();
    assertThat(journal.heldBefore(second.run())).containsExactlyInAnyOrder("cln-2", "cln-3");

    journal.write(first, ended(LATER, first.run(), RunState.PARTIAL));
    assertThat(journal.held()).containsExactlyInAnyOrder("cln-1", "cln-4");
    assertThat(journal.heldBefore(second.run())).isEmpty();
  }

  @Test
  void anotherPlanOverAHeldNodeIsRefusedNamingTheHolderRule17() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("1", 1, 2, 3)), null);
    journal.write(lease, new Entry.Interrupted(LATER, "Ctrl-C"));

    assertThatThrownBy(() -> journal.begin(began(Plans.of("2", 2, 3, 4)), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("rule 17")
        .hasMessageContaining("run " + lease.run() + " was interrupted and holds node[2-3]")
        .hasMessageContaining("ebb resume " + lease.run())
        .hasMessageContaining("ebb undo " + lease.run());
    assertThat(journal.heads(9)).hasSize(1);
    assertThat(journal.held()).hasSize(3);
  }

  @Test
  void aHolderThatIsAliveIsNamedWithItsProcessRule17() {
    journal(other).begin(began(Plans.of("1", 1)), null);

    assertThatThrownBy(() -> journal().begin(began(Plans.of("2", 1)), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is at work on node1, carried out by process 4242 on login2");
  }

  @Test
  void aPlanIsBegunOnceAlsoWhenItsRunHasEndedRule17() {
    Journal journal = journal();
    Plan plan = Plans.of("1", 1);
    Lease lease = journal.begin(began(plan), null);
    journal.write(lease, settled(LATER, 1)); // which holds nothing any more

    assertThatThrownBy(() -> journal.begin(began(plan), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("run " + lease.run() + " is carried out by");
    assertThat(journal.heads(9)).hasSize(1);
  }

  @Test
  void aPartIsNotBegunByAProcessThatDoesNotCarryOutTheWholeAnyMore() {
    Lease whole =
        journal(other)
            .begin(
                new Entry.Scripted(NOON, "js", "idle.js", "1", null, "{}", "{}", "alice", null),
                null);

    assertThatThrownBy(() -> journal().begin(began(Plans.of("1", 1)), whole.run()))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("taken over by process 4242 on login2");
  }

  @Test
  void aClusterIsQuietOnceItsNodesWereReleasedBeforeThatMoment() {
    Journal journal = journal();
    assertThat(journal.quietSince(Plans.CLUSTER, NOON)).isTrue();
    Lease lease = journal.begin(began(Plans.of("1", 1)), null);
    assertThat(journal.quietSince(Plans.CLUSTER, LATER)).isFalse();
    assertThat(journal.quietSince("ehpc-other", NOON)).isTrue();

    journal.write(lease, settled(LATER, 1));

    assertThat(journal.quietSince(Plans.CLUSTER, LATER)).isFalse();
    assertThat(journal.quietSince(Plans.CLUSTER, LATER.plusNanos(1000))).isTrue();
    assertThat(journal.quietSince(Plans.CLUSTER, Instant.MIN)).isFalse();
    assertThat(journal.quietSince(Plans.CLUSTER, Instant.MAX)).isTrue();
  }

  @Test
  void aRunWithoutAnOwnerAliveIsInterruptedUntilItHasEnded() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("1", 1)), null);
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.RUNNING);
    assertThat(journal.head(lease.run()).owner()).isEqualTo(owner());
    assertThat(journal.head(lease.run()).leaseUntil()).isEqualTo(NOON.plusSeconds(30));

    journal.write(lease, new Entry.Interrupted(LATER, "Ctrl-C"));
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(journal.head(lease.run()).resumable()).isTrue();

    Lease again = journal.take(lease.run(), Set.of(), LATER);
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.RUNNING);
    journal.write(again, ended(LATER, lease.run(), RunState.DONE));
    RunHead head = journal.head(lease.run());
    assertThat(head.state()).isEqualTo(RunState.DONE);
    assertThat(head.endedAt()).isEqualTo(LATER);
    assertThat(head.startedAt()).isEqualTo(NOON);
  }

  /// The journal keeps microseconds of it.
  private Owner owner() {
    return new Owner(
        self.owner().host(),
        self.owner().pid(),
        Micros.instant(Micros.of(self.owner().startedAt())),
        self.owner().user());
  }

  @Test
  void theRunOfAScriptEndsWhenTheScriptIsOver() {
    Journal journal = journal();
    Lease lease =
        journal.begin(
            new Entry.Scripted(NOON, "js", "idle.js", "1", null, "{}", "{}", "alice", null), null);
    journal.write(lease, new Entry.Called(NOON, 1, "ehpc.clusters()", "[]"));
    journal.write(lease, new Entry.Finished(LATER, RunState.FAILED, "line 3: no"));

    RunHead head = journal.head(lease.run());
    assertThat(head.state()).isEqualTo(RunState.FAILED);
    assertThat(head.title()).isEqualTo("idle.js");
    assertThat(head.script()).isTrue();
    assertThat(head.cluster()).isEmpty();
  }

  @Test
  void whoIsAliveKeepsTheLeaseAndIsNamed() {
    Lease lease = journal(other).begin(began(Plans.of("1", 1)), null);

    assertThatThrownBy(() -> journal().take(lease.run(), Set.of(), NOON))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("process 4242 on login2")
        .hasMessageContaining("until 2026-11-21T12:00:30Z")
        .hasMessageContaining("ebb cancel " + lease.run());
  }

  @Test
  void aLeaseThatHasRunOutIsTakenAndTheOldHolderChangesNothingMore() {
    Journal dead = journal(other);
    Lease lost = dead.begin(began(Plans.of("1", 1)), null);
    clock.advance(Duration.ofSeconds(30));
    Journal journal = journal();
    RunHead head = journal.head(lost.run());
    assertThat(head.state()).isEqualTo(RunState.INTERRUPTED);

    Lease lease = journal.take(lost.run(), Set.of(), LATER);

    assertThat(lease).isEqualTo(new Lease(lost.run(), 2, head.owner()));
    assertThatThrownBy(() -> dead.write(lost, settled(LATER, 1)))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining(owner().words());
    assertThatThrownBy(() -> dead.renew(lost)).isInstanceOf(LeaseLostException.class);
    assertThat(journal.entries(lost.run())).hasSize(1);
    assertThat(journal.held()).containsExactly("cln-1");
  }

  @Test
  void everyWriteAndEveryRenewalProlongsTheLease() {
    Journal owner = journal(other);
    Lease lease = owner.begin(began(Plans.of("1", 1)), null);
    clock.advance(Duration.ofSeconds(20));
    owner.write(lease, settled(LATER, 9));
    clock.advance(Duration.ofSeconds(20));
    owner.renew(lease);
    clock.advance(Duration.ofSeconds(20));

    assertThat(journal().head(lease.run()).state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aProcessOfThisMachineThatIsGoneIsDeadAtOnce() throws Exception {
    Process process = new ProcessBuilder("true").start();
    OwnProcess gone =
        new OwnProcess(
            new Owner(self.owner().host(), process.pid(), Instant.now(), "alice"), self.place());
    process.waitFor();
    Lease lost = journal(gone).begin(began(Plans.of("1", 1)), null);

    assertThat(journal().head(lost.run()).state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(journal().take(lost.run(), Set.of(), NOON).epoch()).isEqualTo(2);
  }

  @Test
  void aLaterProcessWithTheSameIdIsAnotherOne() {
    Owner before =
        new Owner(
            self.owner().host(),
            self.owner().pid(),
            self.owner().startedAt().minusSeconds(100),
            "alice");
    Lease lost = journal(new OwnProcess(before, self.place())).begin(began(Plans.of("1", 1)), null);

    assertThat(journal().take(lost.run(), Set.of(), NOON).epoch()).isEqualTo(2);
  }

  @Test
  void aRunThatWasLetGoIsNotWrittenToAndItsRenewalTakesNothing() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("1", 1)), null);
    journal.write(lease, new Entry.Interrupted(LATER, "Ctrl-C"));

    assertThat(journal.renew(lease)).isFalse();
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.INTERRUPTED);
    assertThatThrownBy(() -> journal.write(lease, settled(LATER, 1)))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining(lease.run());
  }

  @Test
  void aWishToCancelReachesWhoeverCarriesOutTheRun() {
    Journal owner = journal();
    Lease lease = owner.begin(began(Plans.of("1", 1)), null);
    assertThat(owner.renew(lease)).isFalse();

    journal(other).askToCancel(lease.run());

    assertThat(owner.renew(lease)).isTrue();
    assertThat(owner.head(lease.run()).cancelAsked()).isTrue();
  }

  @Test
  void anEndedRunIsTakenAgainWithTheNodesThatAreToBeUndone() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("1", 1, 2)), null);
    journal.askToCancel(lease.run());
    journal.write(lease, ended(LATER, lease.run(), RunState.CANCELLED));

    Lease again = journal.take(lease.run(), Set.of("cln-2"), LATER);

    assertThat(journal.held()).containsExactly("cln-2");
    assertThat(journal.renew(again)).isFalse();
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.RUNNING);
    assertThat(journal.head(lease.run()).endedAt()).isNull();
  }

  @Test
  void aRunIsNotTakenWithANodeThatAnotherHolds() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("1", 1)), null);
    journal.write(lease, ended(LATER, lease.run(), RunState.PARTIAL));
    Lease holder = journal.begin(began(Plans.of("2", 1)), null);

    assertThatThrownBy(() -> journal.take(lease.run(), Set.of("cln-1"), LATER))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cln-1")
        .hasMessageContaining(holder.run());
    assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.PARTIAL);
  }

  @Test
  void listsTheYoungestRunsFirst() {
    Journal journal = journal();
    for (int i = 1; i <= 4; i++) {
      journal.begin(began(Plans.of("a" + i, i)), null);
    }
    assertThat(journal.heads(3))
        .extracting(RunHead::id)
        .containsExactly("r-2026-11-21-004", "r-2026-11-21-003", "r-2026-11-21-002");
  }

  @Test
  void aRunThatIsNotThereIsNamed() {
    Journal journal = journal();
    assertThatThrownBy(() -> journal.entries("r-9"))
        .isInstanceOf(NoSuchRunException.class)
        .hasMessageContaining("r-9");
    assertThatThrownBy(() -> journal.head("r-9")).isInstanceOf(NoSuchRunException.class);
    assertThatThrownBy(() -> journal.take("r-9", Set.of(), NOON))
        .isInstanceOf(NoSuchRunException.class);
    assertThatThrownBy(() -> journal.askToCancel("r-9")).isInstanceOf(NoSuchRunException.class);
  }

  @Test
  void threadsThatBeginAtOnceGetDifferentIdsAndOneGetsTheNode() throws Exception {
    Journal journal = journal();
    List<Callable<Boolean>> work =
        IntStream.rangeClosed(1, 8)
            .<Callable<Boolean>>mapToObj(i -> () -> begins(journal, i))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      int begun = 0;
      for (Future<Boolean> each : threads.invokeAll(work)) {
        begun += each.get() ? 1 : 0;
      }
      assertThat(begun).isEqualTo(4);
    }
    assertThat(journal.heads(9)).extracting(RunHead::id).doesNotHaveDuplicates().hasSize(4);
  }

  /// Each node is wanted twice.
  private static boolean begins(Journal journal, int number) {
    try {
      journal.begin(began(Plans.of("a" + number, (number + 1) / 2)), null);
      return true;
    } catch (RefusedException _) {
      return false;
    }
  }

  // --- searching

  private static Entry.Scripted script(String file) {
    return new Entry.Scripted(NOON, "js", file, "", null, "{}", "{}", "bob", null);
  }

  @Test
  void runbooksAndWhatScriptsOrderDirectlyAreFoundToo() {
    Journal journal = journal();
    Entry.Scripted first = script("ops/retire.md");
    String markdown = Entry.Scripted.RUNBOOK;
    Lease lease =
        journal.begin(
            new Entry.Scripted(NOON, markdown, first.file(), "", null, "{}", "{}", "bob", null),
            null);
    journal.hold(lease, Plans.CLUSTER, Set.of("cln-1"));

    assertThat(found(by("retire*", null, null, null))).containsExactly(lease.run());
    assertThat(
            found(
                new RunQuery(
                    Plans.CLUSTER,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    List.of())))
        .containsExactly(lease.run());
  }

  private List<String> found(RunQuery query) {
    return journal().find(query, 99).stream().map(RunHead::id).toList();
  }

  private static RunQuery of(Set<String> nodes, Outcome... outcomes) {
    return new RunQuery(null, nodes, Set.of(outcomes), Set.of(), null, null, null, null, List.of());
  }

  private static RunQuery in(RunState... states) {
    return new RunQuery(
        null, Set.of(), Set.of(), Set.of(states), null, null, null, null, List.of());
  }

  @Test
  void runsAreFoundByTheirNodesAndWhatBecameOfThem() {
    Journal journal = journal();
    String first = journal.begin(began(Plans.of("7f3a", 1, 2)), null).run();
    Lease lease = journal.take(interrupted(journal, first), Set.of(), LATER);
    journal.write(lease, settled(LATER, 1));
    String second = journal.begin(began(Plans.of("7f3b", 3)), null).run();

    assertThat(found(of(Set.of("cln-1")))).containsExactly(first);
    assertThat(found(of(Set.of("node1", "node3")))).containsExactly(second, first);
    assertThat(found(of(Set.of("cln-1"), Outcome.RETIRED))).containsExactly(first);
    assertThat(found(of(Set.of("cln-2"), Outcome.RETIRED))).isEmpty();
    assertThat(found(of(Set.of(), Outcome.OPEN))).containsExactly(second, first);
    assertThat(found(of(Set.of("node9")))).isEmpty();
  }

  private static String interrupted(Journal journal, String run) {
    journal.write(new Lease(run, 1, null), new Entry.Interrupted(NOON, "Ctrl-C"));
    return run;
  }

  @Test
  void nodesThatGoOnAfterTheEndAreOpenAgain() {
    Journal journal = journal();
    Lease lease = journal.begin(began(Plans.of("7f3a", 1, 2)), null);
    NodeOutcome riddle = new NodeOutcome("cln-1", "node1", Outcome.UNKNOWN, "no answer");
    journal.write(lease, new Entry.Settled(LATER, riddle));
    journal.write(lease, settled(LATER, 2));
    journal.write(lease, ended(LATER, lease.run(), RunState.UNKNOWN));

    Lease again = journal.take(lease.run(), Set.of("cln-1"), LATER);
    journal.write(again, new Entry.Resumed(LATER, journal.self(), Entry.Resumed.RESUME, null));

    assertThat(found(of(Set.of("cln-1"), Outcome.OPEN))).hasSize(1);
    assertThat(found(of(Set.of("cln-2"), Outcome.RETIRED))).hasSize(1);
  }

  @Test
  void runsAreFoundByHowTheyStandAsFarAsIsKnownNow() {
    Journal journal = journal();
    String runs = journal.begin(began(Plans.of("7f3a", 1)), null).run();
    String stopped = interrupted(journal, journal.begin(began(Plans.of("7f3b", 2)), null).run());
    Lease done = journal.begin(began(Plans.of("7f3c", 3)), null);
    journal.write(done, ended(LATER, done.run(), RunState.DONE));

    assertThat(found(in(RunState.RUNNING))).containsExactly(runs);
    assertThat(found(in(RunState.INTERRUPTED, RunState.DONE))).containsExactly(done.run(), stopped);
    assertThat(journal.find(in(RunState.RUNNING, RunState.DONE), 1)).hasSize(1);
    clock.advance(Duration.ofSeconds(31));
    assertThat(found(in(RunState.RUNNING))).isEmpty();
    assertThat(found(in(RunState.INTERRUPTED))).containsExactly(stopped, runs);
  }

  @Test
  void runsAreFoundByScriptOperatorClusterTimeAndWords() {
    Journal journal = journal();
    Lease script = journal.begin(script("retire-100%_idle.js"), null);
    String part = journal.begin(began(Plans.of("7f3a", 1)), script.run()).run();
    String other = journal.begin(script("rack.md"), null).run();

    assertThat(found(by("Retire-*%_*", null, null, null))).containsExactly(part, script.run());
    assertThat(found(by("retire-*__*", null, null, null))).isEmpty();
    assertThat(found(by("ack.md", null, null, null))).isEmpty();
    assertThat(found(by(null, "bob", null, null))).containsExactly(other, script.run());
    assertThat(found(by("retire*", "alice", null, null))).containsExactly(part);
    assertThat(found(by(null, null, NOON, LATER))).hasSize(3);
    assertThat(found(by(null, null, LATER, null))).isEmpty();
    assertThat(found(by(null, null, null, NOON))).isEmpty();
    assertThat(
            found(
                new RunQuery(
                    Plans.CLUSTER,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    List.of())))
        .containsExactly(part, script.run());
    assertThat(
            found(
                new RunQuery(
                    null,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    List.of("RACK", "md"))))
        .containsExactly(other);
    assertThat(journal.find(RunQuery.ALL, 2)).extracting(RunHead::id).containsExactly(other, part);
  }

  private static RunQuery by(
      @Nullable String script,
      @Nullable String operator,
      @Nullable Instant since,
      @Nullable Instant until) {
    return new RunQuery(
        null, Set.of(), Set.of(), Set.of(), script, since, until, operator, List.of());
  }

  @Test
  void scriptsThatHaveOrderedSomethingForANodeAreFoundByItsId() {
    Journal journal = journal();
    Lease lease = journal.begin(script("restart.js"), null);
    journal.write(lease, new Entry.Intent(LATER, 1, 1, "Restart", null, List.of("cln-1"), LATER));

    assertThat(found(of(Set.of("cln-1")))).containsExactly(lease.run());
  }

  /// Whether the store outlives the connection.
  boolean outlives() {
    return true;
  }

  @Test
  void runsOfAnOlderVersionAreSearchedTooAndThoseThatWereTamperedWithAreFound() throws Exception {
    assumeTrue(outlives());
    Journal journal = journal();
    Lease lease = journal.begin(new Entry.Began(NOON, Plans.of("7f3a", 1, 2), ""), null);
    journal.write(lease, settled(LATER, 1));
    Lease changed = journal.begin(new Entry.Began(NOON, Plans.of("7f3b", 3), ""), null);
    older("UPDATE event SET at = at + 1 WHERE run = '" + changed.run() + "'");

    assertThat(found(of(Set.of("cln-1"), Outcome.RETIRED))).containsExactly(lease.run());
    assertThat(found(of(Set.of("node2"), Outcome.OPEN))).containsExactly(lease.run());
    assertThat(found(of(Set.of("cln-3"), Outcome.UNKNOWN))).containsExactly(changed.run());
    assertThat(found(RunQuery.ALL)).containsExactly(changed.run(), lease.run());
    assertThat(journal().head(lease.run()).operator()).isEmpty();
    assertThat(journal().head(lease.run()).owner().user()).isEmpty();
    assertThat(journal().entries(lease.run())).hasSize(2);
  }

  /// Makes the database one of the second version, as far as that matters, and opens it anew.
  private void older(String change) throws Exception {
    try (Database database = Database.open(store(), Durability.CRASH)) {
      database.transact(db -> {
        db.execute(change);
        db.execute("DROP INDEX run_of_parent");
        db.execute("DROP TABLE outcome");
        db.execute("ALTER TABLE run DROP COLUMN operator");
        db.execute("ALTER TABLE run DROP COLUMN owner_user");
        db.dialect().setFormat(db, 2);
        return db;
      });
    }
    close();
  }
}
