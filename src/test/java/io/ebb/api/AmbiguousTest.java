package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of a write whose answer is not.
final class AmbiguousTest {
  @Test
  void carriesWhatWasSentAndWhen() throws Exception {
    try (Connected to = Connected.to(RawServer.DROP)) {
      Sent sent = catchThrowableOfType(AmbiguousException.class, to::removeNode).sent();

      assertThat(sent.method()).isEqualTo("POST");
      assertThat(sent.path()).isEqualTo("/queue/ehpc/removeNodes");
      assertThat(sent.at()).isEqualTo(Connected.AT);
      assertThat(sent.parameters())
          .containsExactly(
              entry("cluster_id", "ehpc-gk3wfc7e"),
              entry("hpcqueue_id", "ehpcq-m7qglynz"),
              entry("nodelist", List.of(2)));
      assertThat(sent)
          .hasToString(
              "POST /queue/ehpc/removeNodes at 2021-08-19T16:44:40Z {cluster_id=ehpc-gk3wfc7e,"
                  + " hpcqueue_id=ehpcq-m7qglynz, nodelist=[2]}");
    }
  }

  @Test
  void namesTheFieldsAsTheyWereSent() throws Exception {
    try (Connected to = Connected.to(RawServer.code(1100), RawServer.DROP)) {
      Sent sent = catchThrowableOfType(AmbiguousException.class, to::deleteNode).sent();

      assertThat(sent.parameters())
          .containsExactly(
              entry("cluster_id", "ehpc-8jqdq0mz"), entry("node_list", List.of("cln-hzzvbtnh")));
    }
  }

  @Test
  void hintSaysWhatToLookFor() throws Exception {
    try (Connected to = Connected.to(RawServer.code(5000))) {
      assertThat(catchThrowableOfType(AmbiguousException.class, to::deleteNode).hint())
          .contains("/cluster/deleteNodes of 2021-08-19T16:44:40Z");
    }
  }

  @Test
  void timeIsTheServices() throws Exception {
    String expired =
        RawServer.json(200, "{\"ret_code\": 1300}", "Date: Thu, 19 Aug 2021 18:44:40 GMT\r\n");
    try (Connected to = Connected.to(expired, RawServer.DROP)) {
      assertThat(catchThrowableOfType(AmbiguousException.class, to::removeNode).sent().at())
          .isEqualTo("2021-08-19T18:44:40Z");
    }
  }

  @Test
  void passwordsAreMaskedAtAnyDepth() {
    Sent sent =
        Sent.of(
            "POST",
            "/user/modifyUser",
            Connected.AT,
            Map.of(
                "name",
                "ann",
                "password",
                "opensesame",
                "new_password",
                "opensesame",
                "admin",
                Map.of("name", "root", "password", "opensesame"),
                "users",
                List.of(Map.of("Password", "opensesame"))));

    assertThat(sent.toString()).contains("ann", "root", "password=…").doesNotContain("sesame");
    assertThat(sent.parameters()).hasSize(5);
  }
}
