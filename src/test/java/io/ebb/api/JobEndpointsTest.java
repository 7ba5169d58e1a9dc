package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.wire.StoppedJobs;
import io.ebb.api.wire.SubmittedJob;
import io.ebb.api.wire.WireJobDetail;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each endpoint of the scheduler jobs: what is sent, and what is made of the documented answer.
final class JobEndpointsTest {
  private static final JobsApi.In CLUSTER = new JobsApi.In("ehpc-1");

  @Exercises("GET /job/list")
  void jobsAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "hpc_job_set": [{"hpcjob_uuid": "hpcjob-r9cb3r02", "job_id": 5,
              "job_name": "模拟", "name": "默认队列", "core_limit": "4", "mem_limit": "",
              "submitted_time": "2022-04-06T01:26:33", "cmd_line": "sleep 1"}]
            """);

    JobsApi.Query query =
        new JobsApi.Query("ehpc-1", "running", "默认队列", "wang", Listing.page(0, 10));
    WireJobDetail job = to.api.jobs().listInFull(query).items().getFirst();

    assertThat(to.server.lines().getFirst())
        .contains("&cluster_id=ehpc-1&jobs_status=running&limit=10&offset=0")
        .contains("&queue_name=%E9%BB%98%E8%AE%A4%E9%98%9F%E5%88%97&run_user=wang&");
    assertThat(job.jobName()).isEqualTo("模拟");
    assertThat(job.coreLimit()).isEqualTo(4);
    assertThat(job.memLimit()).isNull();
    assertThat(job.submittedTime()).isEqualTo(Instant.parse("2022-04-06T01:26:33Z"));
  }

  @Exercises("POST /job/submitJob")
  void jobIsSubmitted(Exercise.Service service) {
    Connected to =
        service.answers(
            "\"hpcjob_uuid\": \"hpcjob-r9cb3r02\", \"job_id\": \"5\", \"job_status\": \"pending\"");

    NewJob job = NewJob.of("ehpc-1", "wang", "模拟", "sleep 1");
    assertThat(to.api.jobs().submit(job))
        .isEqualTo(new SubmittedJob("hpcjob-r9cb3r02", "5", "pending"));
    to.api
        .jobs()
        .submit(
            job.withCores(4)
                .in(new NewJob.Place("ehpcq-1", "normal"))
                .withNeeds(new NewJob.Needs(1, 2, 3, "r"))
                .withFiles(new NewJob.Files("/in", "/out", "/err")));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"run_user\": \"wang\", \"name\": \"\\u6a21\\u62df\","
                + " \"cmd_line\": \"sleep 1\", \"core_limit\": 1, \"submit_type\": 1,"
                + " \"cmd_line_type\": \"input\", \"zone\": \"jn1a\"}");
    assertThat(to.server.body(1))
        .contains(
            "\"core_limit\": 4, \"submit_type\": 1, \"hpcqueue_id\": \"ehpcq-1\","
                + " \"scheduler_queue_name\": \"normal\", \"priority\": 1, \"mem_limit\": 2,"
                + " \"time_limit\": 3, \"resource_limit\": \"r\", \"input_file\": \"/in\","
                + " \"stdout_redirect_path\": \"/out\", \"stderr_redirect_path\": \"/err\"");
  }

  @Exercises("POST /job/stopJobs")
  void jobsAreCancelled(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "custom_cmd_result": ["{\\"job_ids\\": \\"5\\", \\"ret_code\\": 0}", "killed",
                                  {"job_ids": "6", "ret_code": "1400"}],
            "0": "{\\"job_ids\\": \\"5\\", \\"ret_code\\": 0}", "job_uuid": "j-942yi1ah8hd"
            """);

    StoppedJobs stopped = to.api.jobs().stop(JobsApi.Ids.of("ehpc-1", "hpcjob-r9cb3r02"));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"job_ids\": [\"hpcjob-r9cb3r02\"],"
                + " \"zone\": \"jn1a\"}");
    assertThat(stopped.operation()).hasValue("j-942yi1ah8hd");
    assertThat(stopped.customCmdResult())
        .extracting(StoppedJobs.Result::jobIds)
        .containsExactly("5", "", "6");
    assertThat(stopped.customCmdResult())
        .extracting(StoppedJobs.Result::retCode)
        .containsExactly(0, null, 1400);
    assertThat(stopped.customCmdResult().get(1).text()).isEqualTo("killed");
  }

  @Exercises("POST /job/deleteJobs")
  void jobsAreDeleted(Exercise.Service service) {
    Connected to = service.answers("");

    to.api.jobs().delete(JobsApi.Ids.of("ehpc-1", "hpcjob-r9cb3r02"));

    assertThat(to.server.lines().getFirst()).startsWith("POST /api/job/deleteJobs?");
  }

  @Exercises("GET /job/jobdetail/{job_uuid}")
  void jobIsShown(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "hpc_job_set": [{"hpcjob_uuid": "hpcjob-r9cb3r02", "job_id": "5",
              "scheduler_queue_name": "slurm", "run_time": "5", "reason": "Resources",
              "slots_num": 4, "idle": "0", "resources": "", "end_time": ""}]
            """);

    WireJobDetail job = to.api.jobs().detail("hpcjob-r9cb3r02", CLUSTER).items().getFirst();

    assertThat(job.runTime()).isEqualTo(5);
    assertThat(job.reason()).isEqualTo("Resources");
    assertThat(job.endTime()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "hpcjob-r9cb3r02, hpcjob-r9cb3r02",
    "a b+{c}中*~, a%20b%2B%7Bc%7D%E4%B8%AD%2A~",
    "a/b, a%2Fb",
    "50%2Fx, 50%252Fx",
    "a?b#c&d=e, a%3Fb%23c%26d%3De",
  })
  void idInThePathIsEncodedOnceAndSignedAsItIsSent(String id, String path) throws Exception {
    try (Connected to = Connected.to(Connected.LIST)) {
      to.api.jobs().detail(id, CLUSTER);

      String line = to.server.lines().getFirst();
      assertThat(line).startsWith("GET /api/job/jobdetail/" + path + "?");
      assertThat(line)
          .isEqualTo(
              "GET /api/job/jobdetail/%s?%s HTTP/1.1",
              path,
              Signer.sign(
                  Connected.KEY,
                  "GET",
                  "/api/job/jobdetail/" + path,
                  Map.of("cluster_id", "ehpc-1", "zone", "jn1a"),
                  new byte[0],
                  Connected.AT));
    }
  }

  @Test
  void emptyIdInThePathIsRefusedBeforeAnythingIsSent() throws Exception {
    try (Connected to = Connected.to(Connected.LIST)) {
      assertThatThrownBy(() -> to.api.jobs().detail("", CLUSTER))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("an id is empty");
      assertThat(to.server.requests()).isEmpty();
    }
  }
}
