package io.ebb.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The vectors T1 to T7 of the reference; T1 is published by QingCloud.
final class SignerTest {
  private static final Credentials KEY = new Credentials("QYACCESSKEYIDEXAMPLE", "SECRETACCESSKEY");
  private static final Instant AT = Instant.parse("2021-08-19T16:44:40Z");

  @Test
  void t1SignsThePublishedRequestAsPublished() {
    assertThat(get("/api/cluster/list", Map.of("zone", "jn1a")))
        .isEqualTo(
            "access_key_id=QYACCESSKEYIDEXAMPLE&signature_method=HmacSHA256&signature_version=1"
                + "&timestamp=2021-08-19T16%3A44%3A40Z&version=1&zone=jn1a"
                + "&signature=W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D");
  }

  @Test
  void t2SignsThePublishedInputsTakenLiterally() {
    assertThat(get("/api/cluster/list", Map.of("zone", "jinan1a")))
        .endsWith("&signature=fuaaMdgEpq315d6SJPwhiaw3XantkrjQW4gQOg2FNkI%253D");
  }

  @Test
  void t3SignedPathHasItsSlash() {
    assertThat(get("/api/cluster/list", Map.of("zone", "jn1a")))
        .doesNotContain("WrZ04BE9qNWJ8aFTwVKHy2fgxyJt7CVgqqg0uafmJWE");
  }

  @Test
  void t4SignsTheBodyOfDeleteNodes() {
    assertThat(
            post(
                "/api/cluster/deleteNodes",
                """
                {"cluster_id": "ehpc-8jqdq0mz", "node_ids": ["cln-hzzvbtnh"], "zone": "jn1a"}\
                """))
        .endsWith("&signature=9p1DnMMIZqHgXyq12UVSIQJjIsmqjFNuKZRkfIkgDdw%253D");
  }

  @Test
  void t5SignsTheBodyOfRemoveNodes() {
    assertThat(
            post(
                "/api/queue/ehpc/removeNodes",
                """
                {"cluster_id": "ehpc-gk3wfc7e", "hpcqueue_id": "ehpcq-m7qglynz", "nodelist": [2], \
                "zone": "jn1a"}\
                """))
        .endsWith("&signature=UaOjggMDFn7qmE7oOmMsBBmt1uiV9tZtw5iq5iVk3%252BM%253D");
  }

  @Test
  void t6SignsTheBodyWithAChineseName() {
    assertThat(
            post(
                "/api/queue/ehpc/modifyQueue",
                """
                {"cluster_id": "ehpc-8jqdq0mz", "hpcqueue_id": "ehpcq-z0pdsjch", \
                "name": "\\u9ed8\\u8ba4\\u961f\\u5217", "zone": "jn1a"}\
                """))
        .endsWith("&signature=29y2GygygYHn6P60rtFE5BsYRIdJnliYLy9eimhdiYM%253D");
  }

  @Test
  void t7SignsTheParametersOfListNodes() {
    Map<String, String> params =
        Map.of("cluster_id", "ehpc-qmmvigwe", "limit", "100", "offset", "0", "zone", "jn1a");

    assertThat(get("/api/cluster/listNodes", params))
        .endsWith("&signature=Y4Gk7TMMui1Yn1C6IkExN8PoJcJKPhabb8NJx0s2bp8%253D");
  }

  private static String get(String path, Map<String, String> params) {
    return Signer.sign(KEY, "GET", path, params, new byte[0], AT);
  }

  private static String post(String path, String body) {
    return Signer.sign(KEY, "POST", path, Map.of("zone", "jn1a"), body.getBytes(US_ASCII), AT);
  }
}
