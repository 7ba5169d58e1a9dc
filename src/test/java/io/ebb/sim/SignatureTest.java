package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The documented vectors, sent byte for byte.
final class SignatureTest {
  private static final String WORLD =
      """
      clusters:
        - id: ehpc-8jqdq0mz
          queues:
            - {id: ehpcq-z0pdsjch, partition: normal}
          nodes:
            - {serials: 1, id: cln-hzzvbtnh}
            - {serials: 2}
        - id: ehpc-gk3wfc7e
          queues:
            - {id: ehpcq-m7qglynz, partition: normal}
          nodes:
            - {serials: 1-3, queue: normal}
        - id: ehpc-qmmvigwe
          nodes:
            - {serials: 1-2}
      """;

  private static final String COMMON =
      "access_key_id=QYACCESSKEYIDEXAMPLE%s&signature_method=HmacSHA256&signature_version=1"
          + "&timestamp=2021-08-19T16%%3A44%%3A40Z&version=1&zone=%s&signature=%s";

  private static final Map<String, String> BODIES =
      Map.of(
          "B4",
          "{\"cluster_id\": \"ehpc-8jqdq0mz\", \"node_ids\": [\"cln-hzzvbtnh\"], \"zone\": \"jn1a\"}",
          "B5",
          "{\"cluster_id\": \"ehpc-gk3wfc7e\", \"hpcqueue_id\": \"ehpcq-m7qglynz\","
              + " \"nodelist\": [2], \"zone\": \"jn1a\"}",
          "B6",
          "{\"cluster_id\": \"ehpc-8jqdq0mz\", \"hpcqueue_id\": \"ehpcq-z0pdsjch\","
              + " \"name\": \"\\u9ed8\\u8ba4\\u961f\\u5217\", \"zone\": \"jn1a\"}");

  private static final HandClock WALL = new HandClock(Instant.parse("2021-08-19T16:45:10Z"));
  private static Simulator sim;
  private static RawClient client;

  @BeforeAll
  static void open() {
    sim =
        Simulator.start(ScenarioFile.parse("vectors", WORLD), SimOptions.defaults().withWall(WALL));
    client = new RawClient(sim, WALL);
  }

  @AfterAll
  static void close() {
    client.close();
    sim.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "T1, GET, /cluster/list, '', jn1a, W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D, '', 0",
    "T2, GET, /cluster/list, '', jinan1a, fuaaMdgEpq315d6SJPwhiaw3XantkrjQW4gQOg2FNkI%253D, '', 0",
    "T4, POST, /cluster/deleteNodes, '', jn1a, 9p1DnMMIZqHgXyq12UVSIQJjIsmqjFNuKZRkfIkgDdw%253D, B4, 0",
    "T5, POST, /queue/ehpc/removeNodes, '', jn1a, UaOjggMDFn7qmE7oOmMsBBmt1uiV9tZtw5iq5iVk3%252BM%253D, B5, 0",
    "T6, POST, /queue/ehpc/modifyQueue, '', jn1a, 29y2GygygYHn6P60rtFE5BsYRIdJnliYLy9eimhdiYM%253D, B6, 0",
    "T7, GET, /cluster/listNodes, &cluster_id=ehpc-qmmvigwe&limit=100&offset=0, jn1a,"
        + " Y4Gk7TMMui1Yn1C6IkExN8PoJcJKPhabb8NJx0s2bp8%253D, '', 0",
  })
  void documentedVectorIsAccepted(
      String name,
      String method,
      String path,
      String more,
      String zone,
      String signature,
      String body,
      int code) {
    assertThat(codeOf(method, path + "?" + COMMON.formatted(more, zone, signature), body))
        .as(name)
        .isEqualTo(code);
  }

  @Test
  void vectorSignedWithoutTheTrailingSlashIsRejected() {
    String t3 = "WrZ04BE9qNWJ8aFTwVKHy2fgxyJt7CVgqqg0uafmJWE%253D";
    assertThat(codeOf("GET", "/cluster/list?" + COMMON.formatted("", "jn1a", t3), ""))
        .isEqualTo(1200);
  }

  @Test
  void signatureEncodedOnceOnlyIsRejected() {
    String once = "W68niby0THV%2BXsKcRxuGblFm2a4XbTdto129JkSH2%2FM%3D";
    assertThat(codeOf("GET", "/cluster/list?" + COMMON.formatted("", "jn1a", once), ""))
        .isEqualTo(1200);
  }

  @Test
  void bodyThatWasChangedIsRejected() {
    String t4 = "9p1DnMMIZqHgXyq12UVSIQJjIsmqjFNuKZRkfIkgDdw%253D";
    String spaced = BODIES.getOrDefault("B4", "").replace("\": ", "\":");
    assertThat(
            RawClient.json(
                    client.sendRaw(
                        "POST", "/cluster/deleteNodes?" + COMMON.formatted("", "jn1a", t4), spaced))
                .path("ret_code")
                .asInt())
        .isEqualTo(1200);
  }

  @Test
  void slashesAtTheEndAndTwiceInTheUrlAreCollapsed() {
    String t1 = "W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D";
    assertThat(codeOf("GET", "//cluster/list/?" + COMMON.formatted("", "jn1a", t1), "")).isZero();
    assertThat(codeOf("GET", "cluster/list?" + COMMON.formatted("", "jn1a", t1), "")).isZero();
  }

  private static int codeOf(String method, String pathAndQuery, String body) {
    return RawClient.json(client.sendRaw(method, pathAndQuery, BODIES.getOrDefault(body, "")))
        .path("ret_code")
        .asInt(-1);
  }
}
