package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A line for each request.
final class RequestLogTest {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  private Play play() {
    return Play.with(options -> options.withLog(lines::add));
  }

  @Test
  void lineTellsWhatWasAskedAndWhatCameOfIt() {
    try (Play play = play()) {
      play.client.get("/cluster/listNodes", "cluster_id", "ehpc-play", "search_word", "节点");
      play.wait(5);
      play.delete("cln-1", "cln-none");
      assertThat(lines.getFirst())
          .matches(
              "2026-11-21T10:00:00Z GET /cluster/listNodes ret_code=0 \\d+ms"
                  + " cluster_id=ehpc-play search_word=节点");
      assertThat(lines.getLast())
          .matches(
              "2026-11-21T10:00:05Z POST /cluster/deleteNodes ret_code=2100 \\d+ms"
                  + " cluster_id=ehpc-play node_ids=\\[\"cln-1\",\"cln-none\"]");
    }
  }

  @Test
  void faultIsNamed() {
    try (Play play = play()) {
      play.sim.inject(Fault.next("*", new FaultKind.HttpStatus(503, "")));
      play.client.sendRaw("GET", "/operation", "");
      assertThat(lines.getFirst()).contains(" GET /operation unanswered ", " fault=HttpStatus[");
    }
  }

  @Test
  void noSecretIsShown() {
    try (Play play = play()) {
      play.client.post(
          "/user/addUser",
          "{'username': 'li', 'password': 'Hidden-1', 'new_password': 'Hidden-2', 'env':"
              + " {'admin.password': 'Hidden-3'}}");
      assertThat(lines.getFirst())
          .contains("username=li password=*** new_password=*** env=***")
          .doesNotContain("Hidden", "signature", play.sim.accessKey(), play.sim.secretKey());
      play.client.post("/cluster/createCluster", "{'cluster_conf': {'p': 'Hidden-4'}}");
      assertThat(lines.getLast()).contains("cluster_conf={…}").doesNotContain("Hidden");
    }
  }

  @Test
  void whatACallerSendsStaysOnItsLine() {
    try (Play play = play()) {
      play.client.get("/operation", "search_word", "a\nb\u001b[31m", "owner", "x".repeat(9999));
      play.client.sendRaw("GET", "/operation?nonsense", "");
      play.client.sendRaw("POST", "/operation", "{\"a\": ");
      assertThat(lines).hasSize(3).allMatch(line -> line.length() < 400);
      assertThat(lines.getFirst()).contains("search_word=a?b?[31m");
      assertThat(lines.getLast()).contains("unreadable");
    }
  }
}
