package io.ebb.script;

import static io.ebb.api.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.RawServer;
import io.ebb.api.Time;
import io.ebb.plan.Limits;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Words that hand out what the API says as it says it.
final class RawWordsTest {
  private static final String QUEUES =
      json(
          "{\"ret_code\": 0, \"total_count\": 1, \"hpc_queue_set\": [{\"hpcqueue_id\": \"ehpcq-1\","
              + " \"name\": \"批\", \"partition_name\": \"batch\", \"nodelist\": [1]}]}");

  @ParameterizedTest
  @EnumSource
  void usersAreToldWithoutSecrets(Language language) throws IOException {
    String users =
        json(
            "{\"ret_code\": 0, \"total_count\": 1, \"users_set\": [{\"hpcuser_id\": \"hpcuser-1\","
                + " \"username\": \"王\", \"password\": \"hidden\","
                + " \"create_time\": \"2022-04-06T01:26:33\"}]}");

    String all = "show(ehpc.cluster('ehpc-1').users())";
    assertThat(shown(language, all, all, users).toString())
        .contains("username=王", "create_time=2022-04-06T01:26:33Z", "update_time=null")
        .doesNotContain("hidden");
    assertThat(
            shown(
                language,
                "show(ehpc.cluster('ehpc-1').users()[0].username)",
                "show(ehpc.cluster('ehpc-1').users()[0]['username'])",
                users))
        .containsExactly("王");
  }

  @ParameterizedTest
  @EnumSource
  void jobIsToldInFull(Language language) throws IOException {
    String job =
        json(
            "{\"ret_code\": 0, \"hpc_job_set\": [{\"hpcjob_uuid\": \"hpcjob-1\", \"job_id\": 5,"
                + " \"reason\": \"Resources\", \"run_time\": \"7\"}]}");

    assertThat(
            shown(
                language,
                "const j = ehpc.cluster('ehpc-1').job('hpcjob-1'); show([j.reason, j.run_time])",
                "j = ehpc.cluster('ehpc-1').job('hpcjob-1'); show([j['reason'], j['run_time']])",
                job))
        .containsExactly(List.of("Resources", 7L));
  }

  @ParameterizedTest
  @EnumSource
  void queueIsDescribed(Language language) throws IOException {
    String detail =
        json(
            "{\"ret_code\": 0, \"detail\": [{\"hpcqueue_id\": \"ehpcq-1\", \"nrun\": 2,"
                + " \"free_slots\": \"\", \"node_list\": [1]}]}");

    assertThat(
            shown(
                language,
                """
                const d = ehpc.cluster('ehpc-1').queue('batch').describe()
                show([d.nrun, d.free_slots, d.node_list])
                """,
                """
                d = ehpc.cluster('ehpc-1').queue('batch').describe()
                show([d['nrun'], d['free_slots'], d['node_list']])
                """,
                QUEUES,
                detail))
        .containsExactly(Arrays.asList(2L, null, List.of(1L)));
  }

  @ParameterizedTest
  @EnumSource
  void sharedQueuesAreTold(Language language) throws IOException {
    String queues =
        json(
            "{\"ret_code\": 0, \"queues_set\": [{\"hpcqueue_id\": \"hpcq-1\","
                + " \"spec_detail\": {\"node_num\": 5}}]}");

    assertThat(
            shown(
                language,
                "show(ehpc.cluster('hpc-1').sharedQueues()[0].spec_detail[0].node_num)",
                "show(ehpc.cluster('hpc-1').shared_queues()[0]['spec_detail'][0]['node_num'])",
                queues))
        .containsExactly(5L);
  }

  @ParameterizedTest
  @EnumSource
  void softwareIsTold(Language language) throws IOException {
    String software =
        json(
            "{\"ret_code\": 0, \"total_count\": 1, \"hpcsw_set\": {\"CDO\": {\"hpcsws\":"
                + " [{\"sw_ver\": \"1.9\"}]}}}");

    assertThat(
            shown(
                language,
                "show(ehpc.software().map(s => [s.sw_name, s.hpcsws[0].sw_ver]))",
                "show([[s['sw_name'], s['hpcsws'][0]['sw_ver']] for s in ehpc.software()])",
                software))
        .containsExactly(List.of(List.of("CDO", "1.9")));
  }

  @ParameterizedTest
  @EnumSource
  void jobThatIsNotThereIsAnErrorOfItsKind(Language language) throws IOException {
    assertThat(
            shown(
                language,
                "try { ehpc.cluster('ehpc-1').job('hpcjob-9') } catch (e) { show(e.name) }",
                """
                try:
                    ehpc.cluster('ehpc-1').job('hpcjob-9')
                except NotFoundError as e:
                    show(type(e).__name__)
                """,
                json("{\"ret_code\": 0, \"total_count\": 0, \"hpc_job_set\": []}")))
        .containsExactly("NotFoundError");
  }

  private static List<Object> shown(
      Language language, String javascript, String python, String... answers) throws IOException {
    try (RawServer server = RawServer.answering(answers);
        Ebb ebb = connect(server)) {
      RecordingHost host = RecordingHost.applying(ebb);
      String text =
          switch (language) {
            case JAVASCRIPT -> javascript;
            case PYTHON -> python;
          };
      ebb.run(
          Stage.engine(language),
          Script.of("test." + language.id(), language, text),
          Map.of(),
          host);
      return host.shown;
    }
  }

  private static Ebb connect(RawServer server) {
    Connection connection =
        new Connection(server.endpoint(), "jn1a", "KEY", new Secret("SECRET"), null);
    return Ebb.connect(
        connection,
        Limits.defaults(),
        new World(Time.system(), InstantSource.system()),
        CallListener.none());
  }
}
