package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.sim.SimOptions.Refusals;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What the state of the world forbids, refused at once or by an operation that fails.
final class InvariantsTest {

  /// A forbidden change.
  ///
  /// @param before what makes it forbidden
  /// @param change what is forbidden
  /// @param code the `ret_code`
  record Case(String name, Consumer<Play> before, Function<Play, JsonNode> change, int code) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, Function<Play, JsonNode> change) {
    return new Case(name, _ -> {}, change, 1400);
  }

  private static Case after(String name, Consumer<Play> before, Function<Play, JsonNode> change) {
    return new Case(name, before, change, 1400);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of("every role keeps a node", play -> play.delete("cln-l1", "cln-l2")),
        after(
            "deletions in flight count",
            play -> play.delete("cln-l1"),
            play -> play.delete("cln-l2")),
        of("no controller is deleted", play -> play.delete("cln-c1")),
        of("no controller is added", play -> play.addNodes(", 'node_role': 'controller'")),
        after(
            "some queue keeps a node",
            play -> play.remove("ehpcq-b", "[4]"),
            play -> play.remove("ehpcq-a", "[1, 2, 3]")),
        of("a node leaves only its own queue", play -> play.remove("ehpcq-a", "[4]")),
        of("queues with nodes stay", play -> deleteQueue(play, "ehpcq-c', 'ehpcq-a")),
        after(
            "a cluster with a pending operation stays",
            play -> deleteQueue(play, "ehpcq-c"),
            play -> power(play, "deleteCluster", "ehpc-play', 'ehpc-off")),
        after(
            "an operation inside keeps the whole request from being granted",
            play -> play.delete("cln-1"),
            play -> power(play, "stopCluster", "ehpc-play")),
        of("the admin account stays", play -> deleteUser(play, "admin")),
        of("only an active cluster is stopped", play -> power(play, "stopCluster", "ehpc-off")),
        of(
            "only a stopped cluster is started",
            play -> power(play, "startCluster", "ehpc-off', 'ehpc-play")),
        after(
            "a node in transition is not restarted",
            play -> play.delete("cln-1"),
            play -> restart(play, "cln-1")),
        after(
            "a node in transition is not resized",
            play -> play.delete("cln-1"),
            InvariantsTest::resize),
        after(
            "a queue in transition is not deleted",
            play -> play.join("ehpcq-c", "[5]"),
            play -> deleteQueue(play, "ehpcq-c")),
        after(
            "a queue being deleted takes no node",
            play -> deleteQueue(play, "ehpcq-c"),
            play -> play.join("ehpcq-c", "[5]")),
        after(
            "a user being deleted is not deleted again",
            play -> deleteUser(play, "wang"),
            play -> deleteUser(play, "wang")),
        after(
            "a cluster in transition takes no nodes",
            play -> power(play, "stopCluster", "ehpc-play"),
            play -> play.addNodes("")),
        new Case(
            "a name is there once",
            _ -> {},
            play ->
                play.client.post(
                    "/user/addUser",
                    "{'cluster_id': 'ehpc-play', 'username': 'wang', 'password': 'Ab1!Ab1!Ab1!'}"),
            1510),
        new Case(
            "a full cluster takes no more",
            _ -> {},
            play -> play.addNodes(", 'node_count': 3"),
            5200));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void changeIsRefusedAtOnce(Case forbidden) {
    try (Play play = Play.wide()) {
      forbidden.before().accept(play);
      assertThat(Play.code(forbidden.change().apply(play))).isEqualTo(forbidden.code());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void changeIsAcceptedAndItsOperationFails(Case forbidden) {
    BiFunction<Play, String, String> field = (play, name) -> last(play).path(name).asString();
    try (Play play = Play.wide(options -> options.withRefusals(Refusals.BY_FAILED_OPERATION))) {
      forbidden.before().accept(play);
      assertThat(Play.code(forbidden.change().apply(play))).isZero();
      assertThat(field.apply(play, "status")).isEqualTo("pending");
      play.wait(3600);
      assertThat(field.apply(play, "status")).isEqualTo("failed");
      assertThat(field.apply(play, "error_codes")).isEqualTo(String.valueOf(forbidden.code()));
    }
  }

  private static JsonNode last(Play play) {
    return play.client.get("/operation", "reverse", "1", "limit", "1").at("/job_set/0");
  }

  private static JsonNode deleteQueue(Play play, String id) {
    return play.client.post(
        "/queue/ehpc/delQueues", "{'cluster_id': 'ehpc-play', 'queue_ids': ['" + id + "']}");
  }

  private static JsonNode deleteUser(Play play, String name) {
    return play.client.post(
        "/user/deleteUser", "{'cluster_id': 'ehpc-play', 'username': '" + name + "'}");
  }

  private static JsonNode power(Play play, String word, String id) {
    String more = word.equals("deleteCluster") ? ", 'run_user': 'usr-1'" : "";
    return play.client.post("/cluster/" + word, "{'cluster_ids': ['" + id + "']" + more + "}");
  }

  private static JsonNode restart(Play play, String id) {
    return play.client.post(
        "/cluster/restartNodes", "{'cluster_id': 'ehpc-play', 'node_ids': ['" + id + "']}");
  }

  private static JsonNode resize(Play play) {
    return play.client.post(
        "/cluster/resizeCluster",
        "{'cluster_id': 'ehpc-play', 'node_role': 'compute', 'cpu': 8, 'memory': '24576'}");
  }
}
