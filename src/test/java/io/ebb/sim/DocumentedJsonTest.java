package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The one form of a body that can be relied on.
final class DocumentedJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"b\": [], \"a\": {}, \"c\": [1, -2, true, false, null]}",
        "{\"name\": \"\\u9ed8\\u8ba4 \\ud83d\\ude00 a/b\"}",
        "[\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\"]"
      })
  void documentedFormStaysAsItIs(String json) {
    assertThat(DocumentedJson.write(new JsonMapper().readTree(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cluster_id\":\"ehpc-play\", \"zone\": \"jn1a\"}",
        "{\"cluster_id\": \"ehpc-play\", \"zone\": \"jn1a\"}\n",
        "{\"cluster_id\": \"ehpc-play\", \"search_word\": \"队列\", \"zone\": \"jn1a\"}",
        "{\"cluster_id\": \"ehpc-play\", \"search_word\": \"\\u9ED8\", \"zone\": \"jn1a\"}"
      })
  void otherFormsAreRefusedThoughSigned(String body) {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.client.postRaw("/queue/ehpc/getQueueList", body))).isEqualTo(1200);
    }
  }

  @Test
  void bodyInAsciiIsUnderstood() {
    try (Play play = Play.small()) {
      var reply =
          play.client.post(
              "/queue/ehpc/getQueueList", "{'cluster_id': 'ehpc-play', 'search_word': '默认'}");
      assertThat(reply.path("total_count").asInt()).isEqualTo(1);
    }
  }
}
