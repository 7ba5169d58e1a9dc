package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// A world of 10,000 nodes in 100 queues with 2,000 jobs. The time allowed is what a busy machine
/// needs several times over, and far less than work would that grows with the square of the nodes.
final class LargeWorldTest {
  private static final int QUEUES = 100;
  private static final int NODES_PER_QUEUE = 100;

  private static Play large() {
    String queues =
        IntStream.range(0, QUEUES)
            .mapToObj(i -> "{id: ehpcq-" + i + ", partition: p" + i + "}")
            .collect(Collectors.joining(", "));
    String nodes =
        IntStream.range(0, QUEUES)
            .mapToObj(i ->
                "{serials: %d-%d, queue: p%d}"
                    .formatted(i * NODES_PER_QUEUE + 1, (i + 1) * NODES_PER_QUEUE, i))
            .collect(Collectors.joining(", "));
    String jobs =
        IntStream.range(0, 2000)
            .mapToObj(i ->
                "{name: j%d, queue: p%d, hosts: [node%d], ends-in: %ds}"
                    .formatted(i, i / 20, i / 20 * NODES_PER_QUEUE + i % 20 + 1, i + 1))
            .collect(Collectors.joining(", "));
    return Play.of(
        "clusters: [{id: ehpc-play, queues: [%s], nodes: [%s], jobs: [%s]}]"
            .formatted(queues, nodes, jobs));
  }

  @Test
  @Timeout(60)
  void largeWorldIsListedAndEmptiedQuickly() {
    try (Play play = large()) {
      List<String> ids =
          IntStream.range(0, 100).mapToObj(page -> page(play, page)).flatMap(List::stream).toList();
      assertThat(ids).doesNotHaveDuplicates().hasSize(QUEUES * NODES_PER_QUEUE);
      JsonNode queues =
          play.client.post("/queue/ehpc/getQueueList", "{'cluster_id': 'ehpc-play', 'limit': 100}");
      assertThat(queues.at("/hpc_queue_set/99/nodelist").size()).isEqualTo(NODES_PER_QUEUE);
      for (int i = 0; i < QUEUES; i++) {
        assertThat(Play.code(play.remove("ehpcq-" + i, serials(i)))).isZero();
      }
      play.wait(7);
      assertThat(play.queue("ehpcq-99").path("nodelist").size()).isEqualTo(NODES_PER_QUEUE / 2);
      assertThat(Play.code(play.delete(ids.subList(0, 5000).toArray(String[]::new)))).isZero();
      play.wait(55);
      assertThat(play.client.get("/cluster/list").at("/cluster_set/0/total_node_count").asInt())
          .isEqualTo(5000);
      play.clock.advance(Duration.ofHours(1));
      assertThat(play.sim.changes())
          .filteredOn(change -> change.kind() == Change.Kind.JOB_FINISHED)
          .hasSizeGreaterThan(1000);
    }
  }

  private static List<String> page(Play play, int page) {
    JsonNode reply =
        play.client.get(
            "/cluster/listNodes",
            "cluster_id",
            "ehpc-play",
            "limit",
            "100",
            "offset",
            String.valueOf(page * 100));
    return Play.rows(reply, "hpc_app_nodes_set").stream()
        .map(node -> node.path("node_id").asString())
        .toList();
  }

  /// The second half of the queue.
  private static String serials(int queue) {
    int first = queue * NODES_PER_QUEUE + 1;
    return IntStream.range(first + NODES_PER_QUEUE / 2, first + NODES_PER_QUEUE)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
