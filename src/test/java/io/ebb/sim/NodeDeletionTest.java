package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.sim.Change.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `/cluster/deleteNodes`.
final class NodeDeletionTest {

  @Test
  void nodeIsDeletingUntilTheOperationEnds() {
    try (Play play = Play.small()) {
      JsonNode accepted = play.delete("cln-1");
      play.wait(54);
      assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
      assertThat(play.node("cln-1").path("status").asString()).isEqualTo("active");
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3]");
      assertThat(play.operation(accepted).path("status").asString()).isEqualTo("pending");
      play.wait(1);
      assertThat(play.nodeIds()).doesNotContain("cln-1");
      assertThat(play.serials("ehpcq-a")).isEqualTo("[2,3]");
      JsonNode operation = play.operation(accepted);
      assertThat(operation.path("status").asString()).isEqualTo("successful");
      assertThat(operation.path("resource_ids").asString()).isEqualTo("ehpc-play cln-1");
      assertThat(operation.path("status_time").asString()).isEqualTo("2026-11-21T10:00:55Z");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'node_ids': ['cln-1']",
        "'node_list': ['cln-1']",
        "'node_ids': 'cln-1'",
        "'node_ids': ['cln-1', 'cln-1']"
      })
  void bothDocumentedKeysAreUnderstood(String key) {
    try (Play play = Play.small()) {
      String body = "{'cluster_id': 'ehpc-play', " + key + "}";
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", body))).isZero();
      assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
    }
  }

  @Test
  void emptyOrMissingListIsRefused() {
    try (Play play = Play.small()) {
      for (String body :
          new String[] {
            "{'cluster_id': 'ehpc-play'}",
            "{'cluster_id': 'ehpc-play', 'node_ids': []}",
            "{'cluster_id': 'ehpc-play', 'node_ids': null}"
          }) {
        assertThat(Play.code(play.client.post("/cluster/deleteNodes", body))).isEqualTo(1100);
      }
    }
  }

  @Test
  void unknownNodeRefusesTheWholeRequest() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.delete("cln-1", "cln-none"))).isEqualTo(2100);
      assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
    }
  }

  @Test
  void deletedNodeIsUnknown() {
    try (Play play = Play.small()) {
      play.delete("cln-1");
      play.wait(55);
      assertThat(Play.code(play.delete("cln-1"))).isEqualTo(2100);
    }
  }

  @Test
  void everyRoleKeepsANode() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.delete("cln-l1", "cln-l2"))).isEqualTo(1400);
      assertThat(Play.code(play.delete("cln-1", "cln-2", "cln-3", "cln-4", "cln-5")))
          .isEqualTo(1400);
      assertThat(Play.code(play.delete("cln-1", "cln-2", "cln-3", "cln-4"))).isZero();
    }
  }

  @Test
  void deletionsInFlightCountAsGone() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.delete("cln-l1"))).isZero();
      assertThat(Play.code(play.delete("cln-l2"))).isEqualTo(1400);
      play.wait(60);
      assertThat(Play.code(play.delete("cln-l2"))).isEqualTo(1400);
    }
  }

  @Test
  void nodesInCreationDoNotCountAsThere() {
    try (Play play = Play.small()) {
      play.delete("cln-l1");
      play.addNodes(", 'node_role': 'login'");
      assertThat(Play.code(play.delete("cln-l2"))).isEqualTo(1400);
      play.wait(55);
      assertThat(Play.code(play.delete("cln-l2"))).isZero();
    }
  }

  @Test
  void controllerCannotBeDeleted() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.delete("cln-c1"))).isEqualTo(1400);
    }
  }

  @Test
  void nodeInTransitionIsRefused() {
    try (Play play = Play.small()) {
      play.delete("cln-1");
      assertThat(Play.code(play.delete("cln-1", "cln-2"))).isEqualTo(1400);
      assertThat(play.node("cln-2").path("transition_status").asString()).isEmpty();
    }
  }

  @Test
  void nodeOfAQueueInTransitionIsRefused() {
    try (Play play = Play.small()) {
      play.remove("ehpcq-a", "[1]");
      assertThat(Play.code(play.delete("cln-2"))).isEqualTo(1400);
      assertThat(Play.code(play.delete("cln-4"))).isZero();
    }
  }

  @Test
  void nodeInAQueueLeavesItByBeingDeleted() {
    try (Play play = Play.small()) {
      JsonNode accepted = play.delete("cln-1");
      play.wait(55);
      assertThat(play.sim.changes())
          .contains(
              new Change(
                  Play.START.plusSeconds(55),
                  Kind.NODE_DELETED,
                  "cln-1",
                  "ehpcq-a",
                  accepted.path("job_id").asString()));
    }
  }

  @Test
  void refusalMayComeAsAFailedOperation() {
    try (Play play =
        Play.with(o -> o.withDialect(Dialect.of(Variant.REFUSES_BY_FAILED_OPERATION)))) {
      JsonNode accepted = play.delete("cln-l1", "cln-l2");
      assertThat(Play.code(accepted)).isZero();
      assertThat(play.node("cln-l1").path("transition_status").asString()).isEmpty();
      play.wait(55);
      assertThat(play.operation(accepted).path("status").asString()).isEqualTo("failed");
      assertThat(play.operation(accepted).path("error_codes").asString()).isEqualTo("1400");
      assertThat(play.nodeIds()).contains("cln-l1", "cln-l2");
    }
  }
}
