package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftTest {
  private static final RetireOptions WAITING = RetireOptions.defaults();

  private final Fixture cluster = Fixture.of(2, 4);
  private final Target target = Target.of(cluster.host("node1"), cluster.snapshot());

  @Test
  void nothingDiffersAtOnce() {
    assertThat(Drift.of(target, WAITING, cluster.snapshot())).isEmpty();
  }

  @Test
  void anotherNodeUnderTheSameHostNameIsNotTheTarget() {
    Node old = cluster.host("node1");
    cluster.nodes.remove(old);
    Node heir = Fixture.node(Role.COMPUTE, 1, "q-batch");
    cluster.nodes.add(
        new Node(
            "cln-heir",
            heir.serial(),
            heir.host(),
            heir.name(),
            heir.role(),
            heir.queue(),
            heir.status(),
            heir.transition(),
            heir.health(),
            heir.ip(),
            heir.cpu(),
            heir.memory(),
            heir.createdAt()));

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .extracting(Drift::kind)
        .containsExactly(Drift.Kind.GONE);
    assertThat(target.absentFrom(cluster.snapshot())).isTrue();
  }

  @Test
  void theSameIdOnAnotherHostIsNotTheTarget() {
    Target elsewhere =
        new Target(
            target.id(), "node9", 9, target.role(), target.queue(), target.status(), List.of());

    assertThat(Drift.of(elsewhere, WAITING, cluster.snapshot()))
        .extracting(Drift::text)
        .containsExactly("it was node9 and is node1 now");
  }

  @Test
  void newJobsAreBenignWhenTheyAreWaitedFor() {
    cluster.jobs.add(Fixture.job("j7", "q-batch", "node1"));

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .singleElement()
        .isEqualTo(new Drift(Drift.Kind.JOBS, Drift.Weight.BENIGN, "1 more job may be using it"));
  }

  @Test
  void newJobsThatThePlanWouldNotWaitForAreConfirmed() {
    cluster.jobs.add(Fixture.job("j7", "q-batch", "node1"));

    for (RetireOptions hasty :
        List.of(WAITING.withDrain(Duration.ZERO), WAITING.withOnDeadline(OnDeadline.FORCE))) {
      assertThat(Drift.of(target, hasty, cluster.snapshot()))
          .singleElement()
          .satisfies(drift -> {
            assertThat(drift.weight()).isEqualTo(Drift.Weight.RECONFIRM);
            assertThat(drift.stops()).as("in a run, the drain decides").isFalse();
            assertThat(drift.text())
                .isEqualTo("1 more job may be using it, and the plan does not wait for their end");
          });
    }
  }

  @Test
  void jobsThatThePlanNamesAreNoDrift() {
    cluster.jobs.add(Fixture.job("j7", "q-batch", "node1"));
    Target busy = Target.of(cluster.host("node1"), cluster.snapshot());

    assertThat(Drift.of(busy, WAITING.withDrain(Duration.ZERO), cluster.snapshot())).isEmpty();
  }

  @Test
  void anotherStatusIsConfirmedButStopsARunThatHasBegun() {
    cluster.replace(Fixture.changing(cluster.host("node1"), "stopped", "", "healthy"));

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .singleElement()
        .satisfies(drift -> {
          assertThat(drift.weight()).isEqualTo(Drift.Weight.RECONFIRM);
          assertThat(drift.stops()).isTrue();
        });
  }

  @Test
  void anotherQueueStatusOrWorkStopsARun() {
    Node node = cluster.host("node1");
    cluster.replace(
        new Node(
            node.id(),
            node.serial(),
            node.host(),
            node.name(),
            node.role(),
            "q-long",
            "stopped",
            "updating",
            node.health(),
            node.ip(),
            node.cpu(),
            node.memory(),
            node.createdAt()));
    cluster.operations.add(Fixture.pending("HpcClusterRestartClusterNodes", node.id()));

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .allMatch(Drift::stops)
        .extracting(Drift::text)
        .containsExactly(
            "it was in queue q-batch and is in queue q-long now",
            "it was active and is stopped now",
            "operation j-1 (HpcClusterRestartClusterNodes) goes on there",
            "it is updating");
  }

  @Test
  void anOperationOnTheQueueIsBenign() {
    cluster.operations.add(Fixture.pending("HpcQueueAddEhpcQueueNodes", "q-batch", "cln-node9"));

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .singleElement()
        .satisfies(drift -> {
          assertThat(drift.kind()).isEqualTo(Drift.Kind.QUEUE);
          assertThat(drift.weight()).isEqualTo(Drift.Weight.BENIGN);
        });
  }

  @Test
  void aQueueThatIsChangingIsBenign() {
    cluster.queueTransition = "updating";

    assertThat(Drift.of(target, WAITING, cluster.snapshot()))
        .containsExactly(
            new Drift(Drift.Kind.QUEUE, Drift.Weight.BENIGN, "queue batch is updating"));
  }

  @Test
  void aNodeThatHasLeftAsPlannedHasNotMoved() {
    cluster.replace(Fixture.node(Role.COMPUTE, 1, null));

    assertThat(Drift.of(target.outOfQueue(), WAITING, cluster.snapshot())).isEmpty();
  }
}
