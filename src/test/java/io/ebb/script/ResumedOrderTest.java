package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.AmbiguousException;
import io.ebb.api.QueuesApi;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is ordered directly happens once, wherever its process dies, and whatever answer is lost.
final class ResumedOrderTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";

  /// One order of each kind, and how to make it wait for its end.
  enum Deed {
    ADD("/cluster/addNodes", "cluster.addNodes(2)", "cluster.add_nodes(2)"),
    RESTART(
        "/cluster/restartNodes",
        "cluster.restartNodes('login1')",
        "cluster.restart_nodes('login1')"),
    LEAVE(
        "/queue/ehpc/removeNodes",
        "cluster.queue('vis').removeNodes('node[27-28]')",
        "cluster.queue('vis').remove_nodes('node[27-28]')"),
    JOIN(
        "/queue/ehpc/addNodes",
        "cluster.queue('vis').addNodes('node[20-21]')",
        "cluster.queue('vis').add_nodes('node[20-21]')"),
    DELETE(
        "/queue/ehpc/delQueues", "cluster.queue('old').delete()", "cluster.queue('old').delete()");

    private final String path;
    private final String javascript;
    private final String python;

    Deed(String path, String javascript, String python) {
      this.path = path;
      this.javascript = javascript;
      this.python = python;
    }

    Script script(Language language) {
      String head = "cluster = ehpc.cluster('" + CLUSTER + "')\n";
      return switch (language) {
        case JAVASCRIPT ->
            Script.of(
                "test.js",
                language,
                "const " + head + "const op = " + javascript + "\nshow(op.wait().status)\n");
        case PYTHON ->
            Script.of("test.py", language, head + "op = " + python + "\nshow(op.wait().status)\n");
      };
    }
  }

  private static Rehearsal rehearsal() {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.ehpc().api().queues().add(QueuesApi.Add.named(CLUSTER, "old"));
    return rehearsal;
  }

  @ParameterizedTest
  @EnumSource
  void orderWhoseProcessDiesAnywhereHappensOnce(Deed deed) {
    assertThat(everywhere(deed, Language.JAVASCRIPT, Crash::at)).isEmpty();
  }

  @Test
  void additionOfAPythonScriptThatDiesAnywhereHappensOnce() {
    assertThat(everywhere(Deed.ADD, Language.PYTHON, Crash::at)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void orderHappensOnceThoughTheProcessThatLooksForItDiesAnywhereToo(Deed deed) {
    List<String> failures = new ArrayList<>();
    int points = 40;
    for (int second = 0; second < points; second++) {
      Crash first = Crash.when("after calling " + deed.path);
      String found = once(deed, Language.JAVASCRIPT, first, Crash.at(second));
      if (!found.isEmpty()) {
        failures.add("second death at " + second + ": " + found);
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void orderThatWasNeverSentIsSentOnceWhereverItsProcessesDie(Deed deed) {
    List<String> failures = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      String found =
          once(deed, Language.JAVASCRIPT, Crash.when("after writing Intent"), Crash.at(second));
      if (!found.isEmpty()) {
        failures.add("second death at " + second + ": " + found);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static List<String> everywhere(Deed deed, Language language, IntFunction<Crash> death) {
    List<String> points;
    try (Rehearsal whole = rehearsal()) {
      Crash never = Crash.never();
      whole.run(never, deed.script(language), Map.of());
      points = never.passed();
    }
    assertThat(points).contains("before writing Ordered", "after writing Receipt");
    return IntStream.range(0, points.size())
        .mapToObj(point -> once(deed, language, death.apply(point)))
        .filter(found -> !found.isEmpty())
        .toList();
  }

  /// Empty when all is well.
  private static String once(Deed deed, Language language, Crash... deaths) {
    try (Rehearsal rehearsal = rehearsal()) {
      for (Crash death : Stream.concat(Stream.of(deaths), Stream.of(Crash.never())).toList()) {
        go(rehearsal, deed.script(language), death);
      }
      long begun = happened(rehearsal, Change.Kind.OPERATION_STARTED);
      String run = rehearsal.run().orElseThrow();
      RunState state = rehearsal.journal.head(run).state();
      List<Object> shown = List.copyOf(rehearsal.host.shown);
      boolean told = shown.isEmpty() || shown.equals(List.of("successful"));
      return begun == 1 && state == RunState.DONE && told
          ? ""
          : "%s: %d operations, %s, shown %s"
              .formatted(deaths[0].passed().getLast(), begun, state, shown);
    }
  }

  private static void go(Rehearsal rehearsal, Script script, Crash death) {
    rehearsal
        .run()
        .ifPresentOrElse(
            run -> {
              if (rehearsal.journal.head(run).endedAt() == null) {
                rehearsal.resume(death, run, Map.of());
              }
            },
            () -> rehearsal.run(death, script, Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void answerLostAfterTheEffectIsFoundInTheLog(Deed deed) {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.simulator.inject(Fault.next(deed.path, new FaultKind.ResetAfter()));

      rehearsal.run(deed.script(Language.JAVASCRIPT), Map.of());

      assertThat(rehearsal.host.shown).containsExactly("successful");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isEqualTo(1);
      assertThat(kinds(rehearsal)).contains("Adopted").doesNotContain("Receipt");
    }
  }

  @ParameterizedTest
  @EnumSource
  void orderLostBeforeTheEffectIsSentAgainOnlyAfterHavingLooked(Deed deed) {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.simulator.inject(Fault.next(deed.path, new FaultKind.ResetBefore()));

      rehearsal.run(deed.script(Language.JAVASCRIPT), Map.of());

      assertThat(rehearsal.host.shown).containsExactly("successful");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isEqualTo(1);
      assertThat(kinds(rehearsal)).containsSubsequence("Intent", "Declined", "Intent", "Receipt");
    }
  }

  @ParameterizedTest
  @EnumSource
  void orderThatIsLostEachTimeIsGivenUpAndHasNotHappened(Deed deed) {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.simulator.inject(Fault.every(deed.path, new FaultKind.ResetBefore()));

      ScriptException e =
          catchThrowableOfType(
              ScriptException.class,
              () -> rehearsal.run(deed.script(Language.JAVASCRIPT), Map.of()));

      assertThat(e.getMessage()).contains("sent 2 times, and has surely not happened");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isZero();
      assertThat(rehearsal.journal.held()).isEmpty();
    }
  }

  @Test
  void additionThatMayBeAColleaguesIsNeitherClaimedNorRepeated() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.run(
          Crash.when("before writing Receipt"), Deed.ADD.script(Language.JAVASCRIPT), Map.of());
      rehearsal.ehpc().addNodes(CLUSTER, Role.COMPUTE, 2);
      String run = rehearsal.run().orElseThrow();

      ScriptException e = catchThrowableOfType(ScriptException.class, () -> rehearsal.resume(run));

      assertThat(e).hasCauseInstanceOf(AmbiguousException.class);
      assertThat(e.getMessage())
          .startsWith("It is not known whether this happened: add 2 compute nodes")
          .contains("any of the operations");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isEqualTo(2);
    }
  }

  @Test
  void whatAColleagueDidBeforeAnOrderWasSentIsNotTakenForIt() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.run(
          Crash.when("after writing Ordered"), Deed.ADD.script(Language.JAVASCRIPT), Map.of());
      rehearsal.ehpc().addNodes(CLUSTER, Role.COMPUTE, 2);
      rehearsal.simulator.inject(Fault.next("/cluster/addNodes", new FaultKind.ResetBefore()));

      rehearsal.resume(rehearsal.run().orElseThrow());

      assertThat(kinds(rehearsal)).contains("Receipt").doesNotContain("Adopted");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isEqualTo(2);
    }
  }

  @Test
  void whatAColleagueDidAfterAnOrderWasRefusedIsNotTakenForIt() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.simulator.inject(
          Fault.next("/cluster/addNodes", new FaultKind.RetCode(1400, "not now")));
      rehearsal.run(
          Crash.when("after writing Declined"), Deed.ADD.script(Language.JAVASCRIPT), Map.of());
      rehearsal.ehpc().addNodes(CLUSTER, Role.COMPUTE, 2);

      rehearsal.resume(rehearsal.run().orElseThrow());

      assertThat(kinds(rehearsal)).contains("Receipt").doesNotContain("Adopted");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 8})
  void orderIsFoundThoughTheClockWasHoursOffWhenItWasSent(int hours) {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.off = Duration.ofHours(hours);
      rehearsal.run(
          Crash.when("after calling /cluster/addNodes"),
          Deed.ADD.script(Language.JAVASCRIPT),
          Map.of());
      rehearsal.off = Duration.ZERO;

      rehearsal.resume(rehearsal.run().orElseThrow());

      assertThat(kinds(rehearsal)).contains("Adopted");
      assertThat(happened(rehearsal, Change.Kind.OPERATION_STARTED)).isEqualTo(1);
    }
  }

  @Test
  void additionOfOtherNodesIsNotTakenForIt() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.run(
          Crash.when("after writing Intent"), Deed.ADD.script(Language.JAVASCRIPT), Map.of());
      rehearsal.ehpc().addNodes(CLUSTER, Role.LOGIN, 2);

      rehearsal.resume(rehearsal.run().orElseThrow());

      assertThat(kinds(rehearsal)).contains("Receipt").doesNotContain("Adopted");
    }
  }

  @Test
  void whoHasLostTheRunSendsNothing() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.onEntry =
          entry -> {
            if (entry instanceof Entry.Ordered) {
              rehearsal.onEntry = _ -> {};
              rehearsal.letLeasesRunOut();
              rehearsal.journal.take(rehearsal.run().orElseThrow(), Set.of(), entry.at());
            }
          };

      CancelledException e =
          catchThrowableOfType(
              CancelledException.class,
              () -> rehearsal.run(Deed.ADD.script(Language.JAVASCRIPT), Map.of()));

      assertThat(e.getMessage()).contains("was taken over by");
      assertThat(rehearsal.simulator.changes()).isEmpty();
    }
  }

  @Test
  void nodesThatAnotherRunHoldsAreLeftAlone() {
    try (Rehearsal rehearsal = rehearsal()) {
      Snapshot now = rehearsal.ehpc().snapshot(CLUSTER);
      Plan plan =
          Planner.retire(
              now,
              Nodes.named(now, "node27").list(),
              RetireOptions.defaults(),
              rehearsal.ehpc().budget(),
              now.takenAt());
      String holder =
          rehearsal.journal.begin(new Entry.Began(now.takenAt(), plan, "alice"), null).run();

      ScriptException e =
          catchThrowableOfType(
              ScriptException.class,
              () -> rehearsal.run(Deed.LEAVE.script(Language.JAVASCRIPT), Map.of()));

      assertThat(e).hasCauseInstanceOf(RefusedException.class);
      assertThat(e.getMessage()).contains("run " + holder + " is at work on node27");
      assertThat(rehearsal.simulator.changes()).isEmpty();
      assertThat(rehearsal.run()).isEmpty();
    }
  }

  @Test
  void nodesOfAnOrderAreHeldUntilItIsAnswered() {
    try (Rehearsal rehearsal = rehearsal()) {
      rehearsal.run(
          Crash.when("after writing Intent"), Deed.LEAVE.script(Language.JAVASCRIPT), Map.of());
      assertThat(rehearsal.journal.held()).hasSize(2);

      rehearsal.resume(rehearsal.run().orElseThrow());
      assertThat(rehearsal.journal.held()).isEmpty();
    }
  }

  @Test
  void otherOrderThanTheOneThatWasBegunStopsTheScript() {
    try (Rehearsal rehearsal = rehearsal()) {
      String run =
          rehearsal.ordered(
              Deed.ADD.script(Language.JAVASCRIPT), CLUSTER, "cluster.addNodes(1, \"login\")");

      ScriptException e = catchThrowableOfType(ScriptException.class, () -> rehearsal.resume(run));

      assertThat(e).hasCauseInstanceOf(DifferentCallException.class);
      assertThat(rehearsal.simulator.changes()).isEmpty();
      assertThat(rehearsal.journal.head(run).resumable()).isTrue();
    }
  }

  private static long happened(Rehearsal rehearsal, Change.Kind kind) {
    return rehearsal.simulator.changes().stream().filter(change -> change.kind() == kind).count();
  }

  private static List<String> kinds(Rehearsal rehearsal) {
    return rehearsal.journal.entries(rehearsal.run().orElseThrow()).stream()
        .map(entry -> entry.getClass().getSimpleName())
        .toList();
  }
}
