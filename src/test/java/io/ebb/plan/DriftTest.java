package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftTest {
  private final Fixture cluster = Fixture.of(2, 4);
  private final Target target = Target.of(cluster.host("node1"), cluster.snapshot());

  @Test
  void nothingDiffersAtOnce() {
    assertThat(Drift.of(target, cluster.snapshot())).isEmpty();
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

    assertThat(Drift.of(target, cluster.snapshot()))
        .extracting(Drift::kind)
        .containsExactly(Drift.Kind.GONE);
    assertThat(target.absentFrom(cluster.snapshot())).isTrue();
  }

  @Test
  void theSameIdOnAnotherHostIsNotTheTarget() {
    Target elsewhere =
        new Target(
            target.id(), "node9", 9, target.role(), target.queue(), target.status(), List.of());

    assertThat(Drift.of(elsewhere, cluster.snapshot()))
        .extracting(Drift::text)
        .containsExactly("it was node9 and is node1 now");
  }

  @Test
  void newJobsAreBenign() {
    cluster.jobs.add(Fixture.job("j7", "q-batch", "node1"));

    assertThat(Drift.of(target, cluster.snapshot()))
        .singleElement()
        .satisfies(drift -> assertThat(drift.kind().blocking()).isFalse());
  }

  @Test
  void anotherQueueStatusOrWorkBlocks() {
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

    assertThat(Drift.of(target, cluster.snapshot()))
        .allMatch(drift -> drift.kind().blocking())
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

    assertThat(Drift.of(target, cluster.snapshot()))
        .singleElement()
        .satisfies(drift -> assertThat(drift.kind()).isEqualTo(Drift.Kind.QUEUE));
  }

  @Test
  void aQueueThatIsChangingIsBenign() {
    cluster.queueTransition = "updating";

    assertThat(Drift.of(target, cluster.snapshot()))
        .containsExactly(new Drift(Drift.Kind.QUEUE, "queue batch is updating"));
  }

  @Test
  void aNodeThatHasLeftAsPlannedHasNotMoved() {
    cluster.replace(Fixture.node(Role.COMPUTE, 1, null));

    assertThat(Drift.of(target.outOfQueue(), cluster.snapshot())).isEmpty();
  }
}
