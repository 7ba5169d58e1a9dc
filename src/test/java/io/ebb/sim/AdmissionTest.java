package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Who is let in, and in which order it is decided.
final class AdmissionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"access_key_id", "signature_method", "signature_version", "version", "zone"})
  void missingCommonParameterIsRefused(String name) {
    try (Play play = Play.small()) {
      play.client.with(name, "").withSecret("wrong, too");
      assertThat(codeOfList(play)).isEqualTo(1100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "signature_method, HmacSHA1",
    "signature_version, 2",
    "version, 2",
    "timestamp, 2026-11-21 10:00:00",
    "timestamp, 2026-4-11T10:00:00Z"
  })
  void malformedCommonParameterIsRefused(String name, String value) {
    try (Play play = Play.small()) {
      play.client.with(name, value);
      assertThat(codeOfList(play)).isEqualTo(1100);
    }
  }

  @Test
  void requestWithoutSignatureIsRefused() {
    try (Play play = Play.small()) {
      HttpResponse<String> reply =
          play.client.sendRaw(
              "GET",
              "/cluster/list?access_key_id=QYACCESSKEYIDEXAMPLE&signature_method=HmacSHA256"
                  + "&signature_version=1&timestamp=2026-11-21T10%3A00%3A00Z&version=1&zone=jn1a",
              "");
      assertThat(Play.code(RawClient.json(reply))).isEqualTo(1100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?x", "?=x", "?a=1&a=2", "?a=%zz", "?a=%2", "?a=%-1"})
  void brokenQueryIsRefused(String query) {
    assertThat(codeOfQuery(query)).isEqualTo(1100);
  }

  private static int codeOfQuery(String query) {
    try {
      Query.parse(query.substring(1));
      return 0;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void unknownKeyIsRefusedAsUnauthenticated() {
    try (Play play = Play.small()) {
      play.client.with("access_key_id", "SOMEBODYELSE");
      assertThat(codeOfList(play)).isEqualTo(1200);
    }
  }

  @Test
  void wrongSecretIsRefusedAsUnauthenticated() {
    try (Play play = Play.small()) {
      play.client.withSecret("wrong");
      assertThat(codeOfList(play)).isEqualTo(1200);
    }
  }

  @ParameterizedTest(name = "{0} s off: {1}")
  @CsvSource({"-60, 0", "-61, 1300", "60, 0", "61, 1300"})
  void timestampMayBeSixtySecondsOff(int seconds, int code) {
    try (Play play = Play.small()) {
      play.client.with("timestamp", RawClient.timestamp(Play.START.plusSeconds(seconds)));
      assertThat(codeOfList(play)).isEqualTo(code);
    }
  }

  @Test
  void timestampGoesByItsDocumentedSecondName() {
    try (Play play = Play.small()) {
      TreeMap<String, String> query = new TreeMap<>(play.client.query());
      query.put("time_stamp", query.remove("timestamp"));
      assertThat(Play.code(RawClient.json(play.client.send("GET", "/cluster/list", query, ""))))
          .isZero();
    }
  }

  @Test
  void wrongSignatureComesBeforeOldTimestamp() {
    try (Play play = Play.small()) {
      play.client.with("timestamp", "2020-01-01T00:00:00Z").withSecret("wrong");
      assertThat(codeOfList(play)).isEqualTo(1200);
    }
  }

  @Test
  void timestampIsCheckedAgainstTheWallNotTheWorld() {
    try (Play play =
        Play.with(options -> options.withWorld(new HandClock(Play.START.plusSeconds(9999))))) {
      assertThat(codeOfList(play)).isZero();
    }
  }

  @Test
  void quotaIsASlidingHourAndRefusedCallsDoNotCount() {
    try (Play play = Play.with(options -> options.withCallQuota(2))) {
      assertThat(codeOfList(play)).isZero();
      play.clock.advance(Duration.ofMinutes(30));
      assertThat(codeOfList(play)).isZero();
      assertThat(codeOfList(play)).isEqualTo(2500);
      play.clock.advance(Duration.ofMinutes(30));
      assertThat(codeOfList(play)).as("the first has left the window").isZero();
      assertThat(codeOfList(play)).as("the second is still in it").isEqualTo(2500);
    }
  }

  @Test
  void callsThatAreNotAdmittedDoNotCount() {
    try (Play play = Play.with(options -> options.withCallQuota(1))) {
      play.client.withSecret("wrong");
      assertThat(codeOfList(play)).isEqualTo(1200);
      play.client.withSecret(play.sim.secretKey());
      assertThat(codeOfList(play)).isZero();
    }
  }

  @Test
  void unknownPathAndWrongMethodAreRefused() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.client.get("/cluster/lists"))).isEqualTo(1101);
      assertThat(Play.code(play.client.get("/cluster/deleteNodes"))).isEqualTo(1101);
      assertThat(Play.code(play.client.post("/cluster/list", "{'a': 1}"))).isEqualTo(1101);
    }
  }

  @Test
  void unknownParameterIsRefused() {
    try (Play play = Play.small()) {
      JsonNode query =
          play.client.get("/cluster/listNodes", "cluster_id", "ehpc-play", "limt", "5");
      assertThat(Play.code(query)).isEqualTo(1100);
      assertThat(query.path("message").asString()).contains("[limt]");
      JsonNode body =
          play.client.post(
              "/cluster/deleteNodes", "{'cluster_id': 'ehpc-play', 'nodes': ['cln-1']}");
      assertThat(Play.code(body)).isEqualTo(1100);
      assertThat(body.path("message").asString()).contains("[nodes]");
    }
  }

  @Test
  void parameterOfAPostInTheQueryIsRefused() {
    try (Play play = Play.small()) {
      TreeMap<String, String> query = new TreeMap<>(play.client.query());
      query.put("cluster_id", "ehpc-play");
      HttpResponse<String> reply =
          play.client.send("POST", "/queue/ehpc/getQueueList", query, "{\"zone\": \"jn1a\"}");
      assertThat(Play.code(RawClient.json(reply))).isEqualTo(1100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cluster_id\": \"ehpc-play\"}",
        "{\"cluster_id\": \"ehpc-play\", \"zone\": \"pek3a\"}",
        "[1]",
        "{\"cluster_id\": ",
        "{\"cluster_id\": {}, \"zone\": \"jn1a\"}"
      })
  void bodyThatIsNotAsDocumentedIsRefused(String body) {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.client.postRaw("/queue/ehpc/getQueueList", body))).isEqualTo(1100);
    }
  }

  @Test
  void errorRepliesNameTheActionAndHideTheSecret() {
    try (Play play = Play.small()) {
      play.client.with("timestamp", "2020-01-01T00:00:00Z");
      JsonNode reply = play.client.get("/cluster/list");
      assertThat(reply.path("action").asString()).isEqualTo("HpcClusterListClusterResponse");
      assertThat(reply.path("message").asString()).isNotEmpty();
      assertThat(reply.toString()).doesNotContain(play.sim.secretKey());
    }
  }

  private static int codeOfList(Play play) {
    return Play.code(play.client.get("/cluster/list"));
  }
}
