package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.sim.Change.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody else at work in the same world.
final class BackstageTest {
  private final Play play = Play.withJobs("{name: wrf, queue: a, hosts: [node1]}");

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void nodeDeletedByAnotherIsGoneAtOnce() {
    play.sim.world().deleteNode(Play.CLUSTER, "node1");
    assertThat(play.nodeIds()).doesNotContain("cln-1");
    assertThat(play.sim.lostJobs()).hasSize(1);
    assertThat(play.sim.changes())
        .contains(new Change(Play.START, Kind.NODE_DELETED, "cln-1", "ehpcq-a", ""));
  }

  @Test
  void operationOnANodeThatAnotherDeletedStillEnds() {
    var accepted = play.delete("cln-1");
    play.sim.world().deleteNode(Play.CLUSTER, "node1");
    play.wait(55);
    assertThat(play.operation(accepted).path("status").asString()).isEqualTo("successful");
    assertThat(play.sim.changes()).filteredOn(c -> c.kind() == Kind.NODE_DELETED).hasSize(1);
  }

  @Test
  void nodeTakenOutOfItsQueueByAnotherIsInNone() {
    play.sim.world().leaveQueue(Play.CLUSTER, "node1");
    assertThat(play.serials("ehpcq-a")).isEqualTo("[2,3]");
  }

  @Test
  void queueOperationsEndThoughAnotherTookTheNodeMeanwhile() {
    play.join("ehpcq-b", "[1]");
    play.sim.world().leaveQueue(Play.CLUSTER, "node1");
    play.wait(7);
    assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEmpty();
    assertThat(play.serials("ehpcq-b")).isEqualTo("[1,4]");
    play.remove("ehpcq-b", "[1]");
    play.sim.world().leaveQueue(Play.CLUSTER, "node1");
    play.wait(7);
    assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
    assertThat(play.sim.changes()).filteredOn(c -> c.kind() == Kind.NODE_LEFT).hasSize(2);
  }

  @Test
  void foreignOperationKeepsItsNodesInTransition() {
    String id =
        play.sim
            .world()
            .startOperation(
                Play.CLUSTER,
                "HpcClusterRestartClusterNodes",
                List.of("node2"),
                Duration.ofMinutes(3));
    assertThat(Play.code(play.delete("cln-2"))).isEqualTo(1400);
    assertThat(play.client.get("/operation", "status", "pending").toString()).contains(id);
    play.wait(180);
    assertThat(Play.code(play.delete("cln-2"))).isZero();
  }

  @Test
  void hostIsFoundByName() {
    assertThat(play.sim.world().nodeId(Play.CLUSTER, "node4")).isEqualTo("cln-4");
    assertThatThrownBy(() -> play.sim.world().nodeId(Play.CLUSTER, "node9"))
        .hasMessageContaining("no host node9");
    assertThatThrownBy(() -> play.sim.world().nodeId("ehpc-none", "node4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[ehpc-none]");
  }

  @Test
  void anotherOperatorChangesHealthNamesAndNodes() {
    Backstage world = play.sim.world();
    world.setHealth(Play.CLUSTER, "node1", "unhealthy");
    assertThat(play.node("cln-1").path("health_status").asString()).isEqualTo("unhealthy");
    world.renameQueue(Play.CLUSTER, "b", "别名");
    assertThat(play.queue("ehpcq-b").path("name").asString()).isEqualTo("别名");
    assertThat(world.addNodes(Play.CLUSTER, SimRole.COMPUTE, 2)).containsExactly("node6", "node7");
    assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3,6,7]");
  }

  @Test
  void clusterStoppedByAnotherRefusesChanges() {
    play.sim.world().stopCluster(Play.CLUSTER);
    assertThat(Play.code(play.delete("cln-2"))).isEqualTo(1400);
    assertThat(play.sim.lostJobs()).hasSize(1);
  }
}
