package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.ApiOptions;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.sim.Call;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against the simulated service, over real HTTP.
final class EhpcTest {
  private final Simulator sim = Simulator.start(Scenario.standard(), SimOptions.defaults());
  private final EhpcApi api =
      EhpcApi.connect(
          ApiOptions.of(
                  sim.endpoint(), new Credentials(sim.accessKey(), sim.secretKey()), sim.zone())
              .withOwner("usr-ebbsim01"));
  private final Ehpc ehpc = new Ehpc(api);

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void snapshotOfASmallClusterIsFourCalls() {
    String cluster = ehpc.clusters().getFirst().id();
    int before = sim.calls().size();

    Snapshot snapshot = ehpc.snapshot(cluster);

    assertThat(sim.calls().subList(before, sim.calls().size()))
        .extracting(Call::path)
        .containsExactly(
            "/cluster/listNodes", "/queue/ehpc/getQueueList", "/job/list", "/operation");
    assertThat(api.calls()).isEqualTo(5);
    assertThat(snapshot.queues()).isNotEmpty();
  }

  @Test
  void writesReturnTheirOperation() {
    String cluster = ehpc.clusters().getFirst().id();
    Snapshot snapshot = ehpc.snapshot(cluster);
    Queue queue = snapshot.queues().getFirst();
    Node node =
        snapshot.nodes().stream()
            .filter(one -> queue.id().equals(one.queue()))
            .findFirst()
            .orElseThrow();

    String operation = ehpc.removeFromQueue(cluster, queue.id(), List.of(node));

    assertThat(ehpc.snapshot(cluster).operations())
        .extracting(Operation::id)
        .containsExactly(operation);
  }
}
