package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `/operation`.
final class OperationLogTest {
  private final Play play = Play.small();
  private String removal = "";
  private String deletion = "";
  private String addition = "";

  @BeforeEach
  void work() {
    removal = play.remove("ehpcq-a", "[1]").path("job_id").asString();
    play.wait(10);
    deletion = play.delete("cln-1").path("job_id").asString();
    play.wait(10);
    addition = play.join("ehpcq-b", "[5]").path("job_id").asString();
  }

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void oldestComesFirstUnlessReversed() {
    assertThat(ids()).containsExactly(removal, deletion, addition);
    assertThat(ids("reverse", "1", "limit", "1")).containsExactly(addition);
  }

  @Test
  void q10_idsAreUnderstoodUnderBothNamesAndSeparators() {
    assertThat(ids("job_ids", removal + "," + addition)).containsExactly(removal, addition);
    assertThat(ids("jobs", removal + " " + deletion)).containsExactly(removal, deletion);
    assertThat(ids("job_ids", "j-none")).isEmpty();
  }

  @Test
  void operationsAreFilteredByWhatTheyAre() {
    assertThat(ids("status", "pending")).containsExactly(deletion, addition);
    assertThat(ids("status", "successful")).containsExactly(removal);
    assertThat(ids("resource_ids", "cln-1")).containsExactly(removal, deletion);
    assertThat(ids("resource_ids", "ehpc-play")).hasSize(3);
    assertThat(ids("resource_ids", "ehpc-other")).isEmpty();
    assertThat(ids("job_action", "HpcClusterDeleteClusterNodes")).containsExactly(deletion);
    assertThat(ids("start_time", "2026-11-21T10:00:10Z", "end_time", "2026-11-21T10:00:15Z"))
        .containsExactly(deletion);
    assertThat(ids("action_describe", "删除节点")).containsExactly(deletion);
    assertThat(ids("search_word", "queue")).containsExactly(removal, addition);
    assertThat(ids("search_word", "移除")).containsExactly(removal);
    assertThat(ids("owner", "usr-ebbsim01")).hasSize(3);
    assertThat(ids("owner", "usr-other")).isEmpty();
    assertThat(ids("directive", "any", "verbose", "1")).hasSize(3);
    assertThat(Play.code(play.client.get("/operation", "start_time", "noon"))).isEqualTo(1100);
  }

  private List<String> ids(String... parameters) {
    return Play.rows(play.client.get("/operation", parameters), "job_set").stream()
        .map(operation -> operation.path("job_id").asString())
        .toList();
  }
}
