package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every endpoint of the index, asked as documented.
final class EndpointsTest {
  private static final String CLUSTER = "'cluster_id': 'ehpc-play'";

  /// By path: the body of a POST, or the query of a GET.
  private static final Map<String, String> REQUESTS =
      Map.ofEntries(
          Map.entry("/cluster/list", "owner=usr-1"),
          Map.entry("/cluster/createCluster", Orders.EHPC),
          Map.entry("/cluster/modifyCluster", "{" + CLUSTER + ", 'cluster_name': 'x'}"),
          Map.entry(
              "/cluster/deleteCluster", "{'cluster_ids': ['ehpc-play'], 'run_user': 'usr-1'}"),
          Map.entry("/cluster/startCluster", "{'cluster_ids': ['ehpc-off']}"),
          Map.entry("/cluster/stopCluster", "{'cluster_ids': ['ehpc-play']}"),
          Map.entry(
              "/cluster/resizeCluster",
              "{" + CLUSTER + ", 'node_role': 'compute', 'cpu': '8', 'memory': '24576'}"),
          Map.entry("/cluster/listNodes", "cluster_id=ehpc-play"),
          Map.entry("/cluster/addNodes", "{" + CLUSTER + ", 'node_count': '1'}"),
          Map.entry("/cluster/deleteNodes", "{" + CLUSTER + ", 'node_ids': ['cln-1']}"),
          Map.entry("/cluster/restartNodes", "{" + CLUSTER + ", 'node_ids': ['cln-1']}"),
          Map.entry("/queue/getCurrentQueue", "cluster_id=hpc-play"),
          Map.entry("/queue/describeQueue", "cluster_id=ehpc-play&id=ehpcq-a"),
          Map.entry("/queue/ehpc/getQueueList", "{" + CLUSTER + "}"),
          Map.entry("/queue/ehpc/addQueue", "{" + CLUSTER + ", 'name': '新队列'}"),
          Map.entry(
              "/queue/ehpc/modifyQueue",
              "{" + CLUSTER + ", 'hpcqueue_id': 'ehpcq-b', 'name': '改名'}"),
          Map.entry("/queue/ehpc/delQueues", "{" + CLUSTER + ", 'queue_ids': ['ehpcq-c']}"),
          Map.entry(
              "/queue/ehpc/addNodes",
              "{" + CLUSTER + ", 'hpcqueue_id': 'ehpcq-b', 'nodelist': [5]}"),
          Map.entry(
              "/queue/ehpc/removeNodes",
              "{" + CLUSTER + ", 'hpcqueue_id': 'ehpcq-a', 'nodelist': [2]}"),
          Map.entry(
              "/queue/bindPrivateQueue",
              "{'name': '私有', 'type_id': 'hpcqt-k2i40mpi', 'paid_type': 'PayForUsed'}"),
          Map.entry("/queue/unbindPrivateQueue", "{'ids': ['hpcq-own']}"),
          Map.entry("/job/list", "cluster_id=ehpc-play"),
          Map.entry(
              "/job/submitJob",
              "{"
                  + CLUSTER
                  + ", 'run_user': 'li', 'name': 'wrf', 'cmd_line': 'srun wrf',"
                  + " 'core_limit': 1, 'submit_type': 0}"),
          Map.entry("/job/stopJobs", "{" + CLUSTER + ", 'job_ids': ['JOB']}"),
          Map.entry("/job/deleteJobs", "{" + CLUSTER + ", 'job_ids': ['OVER']}"),
          Map.entry("/job/jobdetail/{job_uuid}", "cluster_id=ehpc-play"),
          Map.entry("/user", "cluster_id=ehpc-play"),
          Map.entry(
              "/user/addUser",
              "{" + CLUSTER + ", 'username': 'li', 'password': 'Ab1!Ab1!Ab1!', 'mod': '700'}"),
          Map.entry(
              "/user/modifyUser",
              "{" + CLUSTER + ", 'username': 'wang', 'new_password': 'Ab1!Ab1!Ab1!'}"),
          Map.entry("/user/deleteUser", "{" + CLUSTER + ", 'username': 'wang'}"),
          Map.entry("/software/list", "platform=2"),
          Map.entry("/operation", "status=pending"));

  /// A line of the index that all of Ebb shares.
  record Line(String method, String path, boolean operates, String action) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Line> index() {
    try (InputStream in =
        Objects.requireNonNull(
            EndpointsTest.class.getResourceAsStream("/io/ebb/api/endpoints.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Line(cells[1], cells[2], cells[3].equals("operation"), cells[4]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void indexIsWhatIsAskedHere() {
    assertThat(index().map(Line::path))
        .hasSize(32)
        .containsExactlyInAnyOrderElementsOf(REQUESTS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("index")
  void endpointAnswersAsDocumented(Line line) {
    try (Play play = Play.wide()) {
      JsonNode reply = ask(play, line, line.path(), REQUESTS.getOrDefault(line.path(), ""));
      assertThat(Play.code(reply)).as(reply.toString()).isZero();
      assertThat(reply.path("action").asString()).isEqualTo(line.action());
      assertThat(reply.path("job_id").asString().startsWith("j-"))
          .as(reply.toString())
          .isEqualTo(line.operates());
    }
  }

  /// A parameter that is not known is refused, and so is a request without any.
  @ParameterizedTest(name = "{0}")
  @MethodSource("index")
  void unknownAndMissingParametersAreRefused(Line line) {
    try (Play play = Play.wide()) {
      String asked = REQUESTS.getOrDefault(line.path(), "");
      String more =
          line.method().equals("GET") ? asked + "&shoe=1" : "{'shoe': 1, " + asked.substring(1);
      JsonNode odd = ask(play, line, line.path(), more);
      assertThat(Play.code(odd)).isEqualTo(1100);
      assertThat(odd.path("message").asString()).contains("[shoe]");
      if (line.method().equals("POST")) {
        assertThat(Play.code(ask(play, line, line.path(), "{'zone2': 1}"))).isEqualTo(1100);
      }
    }
  }

  @ParameterizedTest(name = "{1} is {0}")
  @CsvSource({
    "/cluster/startCluster, /cluster/startClusrer",
    "/cluster/restartNodes, /cluster/resatrtNodes",
  })
  void q18_pathsPrintedWronglyAreUnderstood(String right, String printed) {
    Line line = index().filter(each -> each.path().equals(right)).findFirst().orElseThrow();
    try (Play play = Play.wide()) {
      JsonNode reply = ask(play, line, printed, REQUESTS.getOrDefault(right, ""));
      assertThat(Play.code(reply)).as(reply.toString()).isZero();
      assertThat(reply.path("action").asString()).isEqualTo(line.action());
    }
  }

  private static JsonNode ask(Play play, Line line, String path, String asked) {
    String job = play.job("runs").path("hpcjob_uuid").asString();
    String over = play.job("over").path("hpcjob_uuid").asString();
    String full = path.replace("{job_uuid}", job);
    return line.method().equals("GET")
        ? play.client.get(full, asked.split("[=&]"))
        : play.client.post(full, asked.replace("JOB", job).replace("OVER", over));
  }
}
