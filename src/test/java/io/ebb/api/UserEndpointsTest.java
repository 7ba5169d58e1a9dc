package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireSoftware;
import io.ebb.api.wire.WireUser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each endpoint of users, software and operations: what is sent, and what is made of the
/// documented answer.
final class UserEndpointsTest {

  @Exercises("GET /user")
  void usersAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "users_set": [{"hpcuser_id": "hpcuser-8a310ir1", "username": "wang",
              "user_id": "usr-1", "cluster_id": "ehpc-1", "role": "boss", "uid_number": "44730",
              "gid_number": 44730, "mod": "700", "password": "hidden",
              "create_time": "2022-04-06T01:26:33Z"}]
            """);

    UsersApi.Query query =
        new UsersApi.Query("ehpc-1", "usr-1", Listing.page(0, 100).searching("王"));
    WireUser user = to.api.users().list(query).items().getFirst();

    assertThat(to.server.lines().getFirst())
        .startsWith("GET /api/user?")
        .contains("&cluster_id=ehpc-1&limit=100&offset=0&search_word=%E7%8E%8B&")
        .contains("&user_id=usr-1&");
    assertThat(user.key()).isEqualTo("hpcuser-8a310ir1");
    assertThat(user.gidNumber()).isEqualTo("44730");
    assertThat(user.toString()).doesNotContain("hidden");
  }

  @Exercises("POST /user/addUser")
  void userIsAdded(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-2awn7xwq815\"");

    assertThat(to.api.users().add(Requests.user()).operation()).isEqualTo("j-2awn7xwq815");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"username\": \"wang\","
                + " \"password\": \"Secret-Word-1\", \"mod\": \"700\", \"zone\": \"jn1a\"}");
    assertThat(to.records.toString()).doesNotContain("Secret-Word-1");
  }

  @Exercises("POST /user/modifyUser")
  void passwordIsChanged(Exercise.Service service) {
    Connected to = service.answers("");

    to.api.users().changePassword(new UsersApi.ChangePassword("ehpc-1", "wang", Requests.SECRET));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"username\": \"wang\","
                + " \"new_password\": \"Secret-Word-1\", \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /user/deleteUser")
  void userIsDeleted(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-nmxc59kep40\"");

    assertThat(to.api.users().delete(new UsersApi.Delete("ehpc-1", "wang")).operation())
        .isEqualTo("j-nmxc59kep40");
  }

  @Exercises("GET /software/list")
  void softwareIsListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 59, "hpcsw_set": {
              "CDO": {"hpcsws": [{"hpcsw_id": "hpcsw_cdo", "sw_ver": "1.9", "category": "",
                                  "description": "气象", "update_time": "2022-04-06T01:26:33Z"}]},
              "WRF": {"hpcsws": []}}
            """);

    SoftwareApi.Query query = new SoftwareApi.Query(2, 3, "usr-1", null, Listing.first());
    List<WireSoftware> software = to.api.software().list(query).items();

    assertThat(to.server.lines().getFirst())
        .contains("&deploy_mode=2&limit=100&offset=0&platform=3&");
    assertThat(software).extracting(WireSoftware::key).containsExactly("CDO", "WRF");
    WireSoftware.Version version = software.getFirst().hpcsws().getFirst();
    assertThat(version.swVer()).isEqualTo("1.9");
    assertThat(version.description()).isEqualTo("气象");
  }

  @Exercises("GET /operation")
  void operationsAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "data": {}, "job_set": [{"job_id": "j-8ajjp28fps8",
              "job_action": "HpcQueueRemoveEhpcQueueNodes", "action_describe": "队列移除节点",
              "status": "working", "owner": "usr-GxkSGFDs", "submitter": "nscca-hpc1",
              "task_count": null}]
            """);

    OperationsApi.Span span =
        new OperationsApi.Span(Instant.parse("2022-04-06T01:02:03.456Z"), null);
    WireOperation operation =
        to.api
            .operations()
            .list(
                OperationsApi.Query.about("ehpc-1", 0, 50)
                    .withStatus("pending")
                    .withAction("HpcQueueRemoveEhpcQueueNodes")
                    .within(span))
            .items()
            .getFirst();

    assertThat(to.server.lines().getFirst())
        .contains("&job_action=HpcQueueRemoveEhpcQueueNodes&limit=50&offset=0")
        .contains("&resource_ids=ehpc-1&reverse=1&")
        .contains("&start_time=2022-04-06T01%3A02%3A03Z&status=pending&");
    assertThat(operation.actionDescribe()).isEqualTo("队列移除节点");
    assertThat(operation.status()).isEqualTo("working");
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 1200, 1400, 5000, 5100})
  void passwordIsInNoFailureEvenWhenTheServiceEchoesIt(int code) throws Exception {
    String echo = "{\"ret_code\": %d, \"message\": \"bad Secret-Word-1 of wang\"}".formatted(code);
    try (Connected to = Connected.to(RawServer.json(echo))) {
      for (Runnable call :
          new Runnable[] {
            () -> to.api.users().add(Requests.user()),
            () -> to.api.clusters().create(Requests.cluster()),
          }) {
        EhpcException failure = catchThrowableOfType(EhpcException.class, call::run);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace + failure.hint() + failure.resource() + to.records)
            .contains("of wang")
            .doesNotContain("Secret-Word-1");
      }
    }
  }

  @Test
  void passwordShowsNothingOfItself() {
    assertThat(Requests.user().toString()).contains("wang").doesNotContain("Secret");
    assertThat(Requests.cluster().toString()).contains("appv-26wyuu21").doesNotContain("Secret");
    assertThatIllegalArgumentException().isThrownBy(() -> new Password(""));
  }
}
