package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What users run, and what becomes of it.
final class JobTest {

  @Test
  void runningJobNamesItsHostsAndEnds() {
    try (Play play =
        Play.withJobs("{name: wrf, queue: a, hosts: [node1, node2], age: 1h, ends-in: 12m}")) {
      JsonNode job = play.job("wrf");
      assertThat(job.path("job_status").asString()).isEqualTo("running");
      assertThat(job.path("job_node_list").asString()).isEqualTo("node1,node2");
      assertThat(job.path("hpcqueue_id").asString()).isEqualTo("ehpcq-a");
      assertThat(job.path("started_time").asString()).isEqualTo("2026-11-21T09:00:00Z");
      play.wait(12 * 60 - 1);
      assertThat(play.job("wrf").path("job_status").asString()).isEqualTo("running");
      play.wait(1);
      assertThat(play.job("wrf").path("job_status").asString()).isEqualTo("finished");
    }
  }

  @Test
  void jobWithoutHostsShowsAnEmptyListInAString() {
    try (Play play = Play.withJobs("{name: anywhere, queue: b}")) {
      assertThat(play.job("anywhere").path("job_node_list").asString()).isEqualTo("[]");
    }
  }

  @Test
  void jobOnADeletedNodeIsLost() {
    try (Play play = Play.withJobs("{name: wrf, queue: a, hosts: [node1, node2]}")) {
      play.delete("cln-2");
      play.wait(54);
      assertThat(play.sim.lostJobs()).isEmpty();
      play.wait(1);
      JsonNode job = play.job("wrf");
      assertThat(job.path("job_status").asString()).isEqualTo("exited");
      assertThat(play.sim.lostJobs()).containsExactly(job.path("hpcjob_uuid").asString());
    }
  }

  @Test
  void jobThatIsOverWhenItsNodeGoesIsNotLost() {
    try (Play play = Play.withJobs("{name: wrf, queue: a, hosts: [node1], ends-in: 55s}")) {
      play.delete("cln-1");
      play.wait(500);
      assertThat(play.job("wrf").path("job_status").asString()).isEqualTo("finished");
      assertThat(play.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void jobSurvivesItsNodeLeavingTheQueue() {
    try (Play play = Play.withJobs("{name: wrf, queue: a, hosts: [node1]}")) {
      play.remove("ehpcq-a", "[1]");
      play.wait(7);
      assertThat(play.job("wrf").path("job_status").asString()).isEqualTo("running");
    }
  }

  @Test
  void jobLandsOnANodeJustBeforeItLeavesTheQueue() {
    try (Play play = Play.withJobs("{name: late, queue: a, hosts: [node1], starts-in: 7s}")) {
      play.remove("ehpcq-a", "[1]");
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("pending");
      assertThat(play.job("late").path("job_node_list").asString()).isEqualTo("[]");
      play.wait(600);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("running");
      assertThat(play.job("late").path("started_time").asString())
          .isEqualTo("2026-11-21T10:00:07Z");
      assertThat(play.serials("ehpcq-a")).isEqualTo("[2,3]");
    }
  }

  @Test
  void jobStartsOnlyOnceItsHostsAreInItsQueue() {
    try (Play play =
        Play.withJobs("{name: late, queue: a, hosts: [node1], starts-in: 8s, ends-in: 1m}")) {
      play.remove("ehpcq-a", "[1]");
      play.wait(600);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("pending");
      play.join("ehpcq-a", "[1]");
      play.wait(7);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("running");
      play.wait(60);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("finished");
    }
  }

  @Test
  void heldJobNeverStarts() {
    try (Play play = Play.withJobs("{name: held, queue: a, held: true}")) {
      play.wait(100_000);
      assertThat(play.job("held").path("job_status").asString()).isEqualTo("pending");
    }
  }

  @Test
  void jobsAreFilteredByStatusQueueAndUser() {
    try (Play play =
        Play.withJobs(
            "{name: one, queue: a, user: li}",
            "{name: two, queue: b, user: li}",
            "{name: three, queue: a, held: true}")) {
      assertThat(names(play, "jobs_status", "running")).containsExactly("one", "two");
      assertThat(names(play, "queue_name", "默认队列")).containsExactly("one", "three");
      assertThat(names(play, "run_user", "li", "queue_name", "b")).containsExactly("two");
      assertThat(names(play, "search_word", "hre")).containsExactly("three");
    }
  }

  private static List<String> names(Play play, String... filters) {
    String[] all = new String[filters.length + 2];
    all[0] = "cluster_id";
    all[1] = Play.CLUSTER;
    System.arraycopy(filters, 0, all, 2, filters.length);
    return Play.rows(play.client.get("/job/list", all), "hpc_job_set").stream()
        .map(job -> job.path("job_name").asString())
        .toList();
  }

  @Test
  void jobAddedLaterCountsItsTimesFromThen() {
    try (Play play = Play.small()) {
      play.wait(100);
      String id =
          play.sim
              .world()
              .addJob(
                  Play.CLUSTER,
                  Scenario.Job.starting("late", "a", List.of("node3"), Duration.ofSeconds(5))
                      .endingIn(Duration.ofSeconds(10)));
      assertThat(play.job("late").path("hpcjob_uuid").asString()).isEqualTo(id);
      play.wait(5);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("running");
      play.wait(10);
      assertThat(play.job("late").path("job_status").asString()).isEqualTo("finished");
    }
  }

  @Test
  void submittedJobRunsWhereThereAreFreeCoresAndEnds() {
    try (Play play = Play.withJobs("{name: busy, queue: a, hosts: [node1], ends-in: 1h}")) {
      JsonNode reply = submit(play, "'core_limit': 30");
      assertThat(reply.path("job_status").asString()).isEqualTo("pending");
      assertThat(reply.path("job_id").isString()).isTrue();
      JsonNode job = play.job("sub");
      assertThat(job.path("job_status").asString()).isEqualTo("running");
      assertThat(job.path("job_node_list").asString()).isEqualTo("node2,node3");
      play.wait(600);
      assertThat(play.job("sub").path("job_status").asString()).isEqualTo("finished");
    }
  }

  @Test
  void submittedJobWaitsForRoom() {
    try (Play play = Play.small()) {
      submit(play, "'hpcqueue_id': 'ehpcq-b', 'core_limit': 40");
      play.wait(3600);
      assertThat(play.job("sub").path("job_status").asString()).isEqualTo("pending");
      play.join("ehpcq-b", "[5]");
      play.wait(7);
      assertThat(play.job("sub").path("job_status").asString()).isEqualTo("running");
      assertThat(play.job("sub").path("started_time").asString()).isEqualTo("2026-11-21T11:00:07Z");
    }
  }

  @Test
  void jobIsEndedWhenItsTimeIsUp() {
    try (Play play = Play.small()) {
      submit(play, "'time_limit': 5");
      play.job("sub");
      play.wait(300);
      assertThat(play.job("sub").path("job_status").asString()).isEqualTo("exited");
    }
  }

  @Test
  void stoppedJobIsCancelledAndCanBeDeleted() {
    try (Play play = Play.withJobs("{name: one, queue: a}", "{name: two, queue: a}")) {
      String one = play.job("one").path("hpcjob_uuid").asString();
      String two = play.job("two").path("hpcjob_uuid").asString();
      assertThat(Play.code(change(play, "deleteJobs", one))).isEqualTo(1400);
      JsonNode reply = change(play, "stopJobs", one + "', '" + two);
      String number = play.job("one").path("job_id").asString();
      assertThat(reply.at("/custom_cmd_result/0").asString())
          .isEqualTo("{\"job_ids\": \"" + number + "\", \"ret_code\": 0}");
      assertThat(reply.path("0")).isEqualTo(reply.at("/custom_cmd_result/0"));
      assertThat(reply.path("job_uuid").asString()).startsWith("j-");
      assertThat(play.job("two").path("job_status").asString()).isEqualTo("cancelled");
      assertThat(Play.code(change(play, "stopJobs", one))).isEqualTo(1400);
      assertThat(Play.code(change(play, "deleteJobs", one))).isZero();
      assertThat(Play.code(change(play, "deleteJobs", one))).isEqualTo(2100);
      JsonNode cluster = play.client.get("/cluster/list").at("/cluster_set/0");
      assertThat(cluster.path("deleted_job_count").asInt()).isEqualTo(1);
      assertThat(cluster.path("stopped_job_count").asInt()).isEqualTo(1);
    }
  }

  @Test
  void detailShowsTheJobInOtherTypesThanTheList() {
    try (Play play = Play.withJobs("{name: one, queue: a, hosts: [node1], age: 1h}")) {
      String id = play.job("one").path("hpcjob_uuid").asString();
      JsonNode job =
          play.client.get("/job/jobdetail/" + id, "cluster_id", Play.CLUSTER).at("/hpc_job_set/0");
      assertThat(job.path("job_id").isInt()).isTrue();
      assertThat(job.path("run_time").asString()).isEqualTo("3600");
      assertThat(job.path("started_time").asString()).isEqualTo("2026-11-21T09:00:00");
      assertThat(
              Play.code(play.client.get("/job/jobdetail/hpcjob-none", "cluster_id", Play.CLUSTER)))
          .isEqualTo(2100);
    }
  }

  private static JsonNode submit(Play play, String more) {
    return play.client.post(
        "/job/submitJob",
        "{'cluster_id': 'ehpc-play', 'run_user': 'li', 'name': 'sub', 'cmd_line': 'srun x',"
            + " 'submit_type': 0, "
            + more
            + "}");
  }

  private static JsonNode change(Play play, String word, String ids) {
    return play.client.post(
        "/job/" + word, "{'cluster_id': 'ehpc-play', 'job_ids': ['" + ids + "']}");
  }
}
