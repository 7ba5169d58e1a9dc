package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `/cluster/addNodes`.
final class NodeCreationTest {

  @Test
  void nodeIsPendingThenActiveInTheDefaultQueue() {
    try (Play play = Play.small()) {
      JsonNode accepted = play.addNodes("");
      String id = play.operation(accepted).path("resource_ids").asString().split(" ")[1];
      assertThat(play.node(id).path("status").asString()).isEqualTo("pending");
      assertThat(play.node(id).path("transition_status").asString()).isEqualTo("creating");
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3]");
      play.wait(55);
      assertThat(play.node(id).path("status").asString()).isEqualTo("active");
      assertThat(play.node(id).path("name").asString()).isEqualTo("计算节点6");
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3,6]");
    }
  }

  @Test
  void serialsAreNeverGivenOutAgain() {
    try (Play play = Play.small()) {
      play.delete("cln-5");
      play.wait(55);
      play.addNodes(", 'node_count': '2'");
      play.wait(55);
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3,6,7]");
    }
  }

  @Test
  void loginNodesJoinNoQueue() {
    try (Play play = Play.small()) {
      play.addNodes(", 'node_role': 'login', 'node_name': '新节点', 'private_ips': ['10.0.0.9']");
      play.wait(55);
      JsonNode node = play.nodes().getLast();
      assertThat(node.path("server_id").asInt()).isEqualTo(3);
      assertThat(node.path("name").asString()).isEqualTo("新节点");
      assertThat(node.path("private_ip").asString()).isEqualTo("10.0.0.9");
      assertThat(node.path("queue_info").toString()).isEqualTo("{}");
    }
  }

  @Test
  void countIsFromOneToNinetyNine() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.addNodes(", 'node_count': '0'"))).isEqualTo(1100);
      assertThat(Play.code(play.addNodes(", 'node_count': 100"))).isEqualTo(1100);
      assertThat(Play.code(play.addNodes(", 'node_count': 99"))).isZero();
    }
  }

  @Test
  void controllersCannotBeAdded() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.addNodes(", 'node_role': 'controller'"))).isEqualTo(1400);
      assertThat(Play.code(play.addNodes(", 'node_role': 'cook'"))).isEqualTo(1100);
    }
  }
}
