package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.ebb.api.QueuesApi;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Past;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What scripts order directly.
final class OrdersTest {
  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @ParameterizedTest
  @EnumSource
  void nodesAreAddedMovedRestartedAndPutBack(Language language) {
    run(
        language,
        """
        let op = cluster.addNodes(2).wait()
        show([op.action, op.status])
        const queue = cluster.queue("vis")
        queue.removeNodes("node[27-28]").wait()
        cluster.restartNodes("node[27-28]").wait({atMost: "10m"})
        queue.addNodes("node[27-28]").wait()
        show([cluster.nodes().role("compute").count, queue.nodes().count])
        """,
        """
        op = cluster.add_nodes(2).wait()
        show([op.action, op.status])
        queue = cluster.queue("vis")
        queue.remove_nodes("node[27-28]").wait()
        cluster.restart_nodes("node[27-28]").wait(at_most="10m")
        queue.add_nodes("node[27-28]").wait()
        show([cluster.nodes().role("compute").count, queue.nodes().count])
        """);

    assertThat(rehearsal.host.shown)
        .containsExactly(List.of("HpcClusterAddClusterNodes", "successful"), List.of(34L, 8L));
    assertThat(happened(Change.Kind.NODE_CREATED)).isEqualTo(2);
    assertThat(happened(Change.Kind.OPERATION_STARTED)).isEqualTo(4);
    assertThat(rehearsal.simulator.lostJobs()).isEmpty();
    assertThat(rehearsal.host.logged.getFirst())
        .matches("adding 2 compute nodes to ehpc-8jqdq0mz: accepted as j-.*");
    assertThat(rehearsal.host.logged.get(1)).contains("HpcClusterAddClusterNodes", "waiting");
  }

  @ParameterizedTest
  @EnumSource
  void emptyQueueIsDeletedWhenSomebodyAllowsIt(Language language) {
    rehearsal.ehpc().api().queues().add(QueuesApi.Add.named("ehpc-8jqdq0mz", "old"));

    run(
        language,
        "cluster.queue(\"old\").delete().wait(); show(cluster.queues().length)",
        "cluster.queue(\"old\").delete().wait(); show(len(cluster.queues()))");

    assertThat(rehearsal.host.asked)
        .singleElement(STRING)
        .matches("delete queue ehpcq.* \\(old\\) of ehpc-8jqdq0mz");
    assertThat(rehearsal.host.shown).containsExactly(2L);
    assertThat(rehearsal.journal.entries(rehearsal.run().orElseThrow()))
        .extracting(entry -> entry.getClass().getSimpleName())
        .containsSubsequence("Scripted", "Approved", "Ordered", "Intent");
  }

  @Test
  void everyOrderIsWrittenDownBeforeAndAfterTheCall() {
    js("cluster.addNodes(1)");

    assertThat(rehearsal.journal.entries(rehearsal.run().orElseThrow()))
        .extracting(entry -> entry.getClass().getSimpleName())
        .containsExactly("Scripted", "Ordered", "Intent", "Receipt", "Shown", "Called", "Finished");
  }

  @Test
  void dryRunRefusesUntilItHasTakenSomethingAsDone() {
    rehearsal.rehearses = true;

    js(
        """
        try { cluster.restartNodes("node27") } catch (e) { show(e.name) }
        cluster.queue("vis").removeNodes("node27").wait()
        show(cluster.restartNodes("node27").status)
        """);

    assertThat(rehearsal.host.shown).containsExactly("RefusedError", "successful");
    assertThat(rehearsal.host.logged)
        .last()
        .asString()
        .startsWith("dry run: as the cluster is now, refused to restart node27");
    assertThat(rehearsal.simulator.changes()).isEmpty();
  }

  @Test
  void dryRunTellsWhatWouldBeOrderedAndSendsNothing() {
    rehearsal.rehearses = true;

    js(
        """
        const op = cluster.addNodes(2).wait()
        show([op.id, op.status])
        """);

    assertThat(rehearsal.host.shown).containsExactly(List.of("(dry run)", "successful"));
    assertThat(rehearsal.host.logged)
        .containsExactly("dry run: would now be adding 2 compute nodes to ehpc-8jqdq0mz");
    assertThat(rehearsal.simulator.changes()).isEmpty();
    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster.restartNodes('node27') | in a queue",
        "cluster.restartNodes('controller1') | a controller",
        "cluster.restartNodes([]) | no node is given",
        "cluster.queue('vis').addNodes('node[1-2]') | may be used by running job",
        "cluster.queue('vis').addNodes('login1') | no compute node",
        "cluster.queue('vis').removeNodes('node1') | not in queue vis",
        "cluster.queue('vis').delete() | still has nodes: node[25-32]",
      })
  void whatGuardsForbidIsRefused(String order, String why) {
    isRefused(order, why);

    assertThat(rehearsal.simulator.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster.addNodes(0) | a number from 1 to 99",
        "cluster.addNodes(1, {role: 'controller'}) | compute",
        "cluster.addNodes('2') | must be a whole number",
      })
  void whatMakesNoSenseIsSaidToMakeNone(String order, String why) {
    ScriptException e = catchThrowableOfType(ScriptException.class, () -> js(order));

    assertThat(e.getMessage()).contains(why);
    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @Test
  void operationThatFailsIsAnErrorThatNamesIt() {
    rehearsal.simulator.inject(Fault.next("/cluster/addNodes", new FaultKind.OperationFails()));

    js(
        """
        const op = cluster.addNodes(1)
        try { op.wait() } catch (e) { show([e.name, e.message.includes(op.id), e.resource === op.id]) }
        """);

    assertThat(rehearsal.host.shown).containsExactly(List.of("EhpcError", true, true));
  }

  @Test
  void operationThatGoesOnForTooLongIsAnError() {
    rehearsal.simulator.inject(Fault.next("/cluster/addNodes", new FaultKind.OperationNeverEnds()));

    js("try { cluster.addNodes(1).wait({atMost: \"5m\"}) } catch (e) { show(e.message) }");

    assertThat(rehearsal.host.shown.getFirst().toString())
        .contains("goes on still, and was waited for 300 s");
  }

  @Test
  void nobodyAllowsToDeleteTheQueueSoItStays() {
    rehearsal.ehpc().api().queues().add(QueuesApi.Add.named("ehpc-8jqdq0mz", "old"));
    rehearsal.allows = false;

    isRefused("cluster.queue('old').delete()", "was not confirmed");

    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @Test
  void dryRunRefusesWhatGuardsForbidToday() {
    rehearsal.rehearses = true;

    isRefused("cluster.restartNodes('node27')", "in a queue");
  }

  @Test
  void scriptWhoseFirstOrderIsRefusedHasChangedNothingAndLeavesNoRun() {
    isRefused("cluster.restartNodes('node27')", "in a queue");

    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @Test
  void restartRightAfterTheRemovalWaitsForTheLists() {
    rehearsal.simulator.inject(Fault.every("/queue/ehpc/getQueueList", late()));

    js(
        """
        cluster.queue("vis").removeNodes("node[27-28]").wait()
        show(cluster.restartNodes("node[27-28]").wait().status)
        """);

    assertThat(rehearsal.host.shown).containsExactly("successful");
    assertThat(rehearsal.host.logged)
        .anyMatch(line -> line.startsWith("waiting until the lists show operation j-"));
  }

  @Test
  void queuesAreNotEmptiedBehindTheBackOfLateLists() {
    Stream.of("/queue/ehpc/getQueueList", "/cluster/listNodes", "/operation")
        .forEach(list -> rehearsal.simulator.inject(Fault.every(list, late())));

    isRefused(
        """
        const [vis, batch] = ["vis", "batch"].map(name => cluster.queue(name))
        const [some, others] = [vis.nodes(), batch.nodes()]
        vis.removeNodes(some)
        batch.removeNodes(others)
        """,
        "no queue would have a compute node left");
  }

  @Test
  void equalOrdersOneAfterTheOtherAreTwoThoughTheLogIsLateAndAnAnswerIsLost() {
    rehearsal.simulator.inject(Fault.every("/operation", late()));
    rehearsal.simulator.inject(new Fault("/cluster/addNodes", 2, new FaultKind.ResetBefore()));

    js("show(cluster.addNodes(2).id !== cluster.addNodes(2).id)");

    assertThat(rehearsal.host.shown).containsExactly(true);
    assertThat(happened(Change.Kind.OPERATION_STARTED)).isEqualTo(2);
  }

  @Test
  void orderThatHadToWaitForTheCallQuotaIsLookedAtAgain() {
    rehearsal.simulator.inject(
        Fault.next("/queue/ehpc/removeNodes", new FaultKind.HttpStatus(429, "slow down")));
    rehearsal.onWait =
        () -> {
          rehearsal.onWait = () -> {};
          rehearsal.simulator.world().leaveQueue("ehpc-8jqdq0mz", "node27");
        };

    isRefused("cluster.queue('vis').removeNodes('node[27-28]')", "not in queue vis: node27");

    assertThat(happened(Change.Kind.OPERATION_STARTED)).isZero();
  }

  /// Reads tell what was 20 s ago.
  private static FaultKind late() {
    return new FaultKind.Stale(new Past.Ago(Duration.ofSeconds(20)));
  }

  @Test
  void nodesThatArePartOfARefusedOrderAreHeldNoLonger() {
    isRefused("cluster.addNodes(1); cluster.restartNodes('node27')", "in a queue");

    assertThat(rehearsal.journal.held()).isEmpty();
    assertThat(rehearsal.journal.head(rehearsal.run().orElseThrow()).state())
        .isEqualTo(RunState.FAILED);
    assertThat(rehearsal.journal.entries(rehearsal.run().orElseThrow()))
        .filteredOn(Entry.Intent.class::isInstance)
        .hasSize(1);
  }

  private void isRefused(String order, String why) {
    assertThatThrownBy(() -> js(order))
        .isInstanceOf(ScriptException.class)
        .hasCauseInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }

  private void js(String text) {
    run(Language.JAVASCRIPT, text, "");
  }

  private void run(Language language, String javascript, String python) {
    String cluster = "cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")\n";
    String text =
        switch (language) {
          case JAVASCRIPT -> "const " + cluster + javascript;
          case PYTHON -> cluster + python;
        };
    rehearsal.run(Script.of("test." + language.id(), language, text), Map.of());
  }

  private long happened(Change.Kind kind) {
    return rehearsal.simulator.changes().stream().filter(change -> change.kind() == kind).count();
  }
}
