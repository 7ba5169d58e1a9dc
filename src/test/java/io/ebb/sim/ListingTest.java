package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How lists are cut, sorted and searched.
final class ListingTest {
  private static final HandClock WALL = new HandClock(Play.START);
  private static Simulator sim;
  private static RawClient client;

  @BeforeAll
  static void open() {
    Scenario large =
        ScenarioFile.parse(
            "large",
            """
            clusters:
              - id: ehpc-large
                nodes:
                  - {serials: 1-119, cpu: 8}
                  - {serials: 120, cpu: 4, name: Render-节点}
            """);
    sim = Simulator.start(large, SimOptions.defaults().withWall(WALL));
    client = new RawClient(sim, WALL);
  }

  @AfterAll
  static void close() {
    client.close();
    sim.close();
  }

  @ParameterizedTest(name = "limit {0}, offset {1}: {2} rows")
  @CsvSource({
    "'', '', 10",
    "100, '', 100",
    "500, '', 100",
    "0, '', 0",
    "100, 100, 20",
    "100, 120, 0",
    "100, 5000, 0",
    "7, 118, 2"
  })
  void pageHoldsAsManyRows(String limit, String offset, int rows) {
    JsonNode reply = list("limit", limit, "offset", offset);
    assertThat(Play.rows(reply, "hpc_app_nodes_set")).hasSize(rows);
    assertThat(reply.path("total_count").asInt()).isEqualTo(120);
  }

  @Test
  void pagesTogetherHoldEveryRowOnce() {
    List<Integer> first = serials(list("limit", "100"));
    List<Integer> second = serials(list("limit", "100", "offset", "100"));
    assertThat(first).hasSize(100).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(20);
  }

  @Test
  void negativeOrWrittenNumbersAreRefused() {
    assertThat(Play.code(list("limit", "-1"))).isEqualTo(1100);
    assertThat(Play.code(list("offset", "many"))).isEqualTo(1100);
  }

  @Test
  void sortKeyIsAFieldOfTheRows() {
    assertThat(serials(list("sort_key", "cpu", "limit", "1"))).containsExactly(120);
    assertThat(serials(list("sort_key", "server_id", "reverse", "1", "limit", "2")))
        .containsExactly(120, 119);
    assertThat(Play.code(list("sort_key", "shoe_size"))).isEqualTo(1100);
  }

  @Test
  void searchFindsAnyPartOfTheName() {
    assertThat(serials(list("search_word", "render-节"))).containsExactly(120);
  }

  @Test
  void clusterIdIsRequiredAndMustExist() {
    assertThat(Play.code(client.get("/cluster/listNodes"))).isEqualTo(1100);
    assertThat(Play.code(client.get("/cluster/listNodes", "cluster_id", "ehpc-none")))
        .isEqualTo(2100);
  }

  private static JsonNode list(String... parameters) {
    String[] all = new String[parameters.length + 2];
    all[0] = "cluster_id";
    all[1] = "ehpc-large";
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return client.get("/cluster/listNodes", all);
  }

  private static List<Integer> serials(JsonNode reply) {
    return Play.rows(reply, "hpc_app_nodes_set").stream()
        .map(node -> node.path("server_id").asInt())
        .toList();
  }
}
