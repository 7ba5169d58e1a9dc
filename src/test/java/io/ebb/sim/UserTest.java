package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Accounts of clusters, and the list of software.
final class UserTest {
  private final Play play = Play.wide();

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void userIsThereWhenTheOperationHasEnded() {
    add("li", "Ab1!Ab1!Ab1!", 0);
    assertThat(names()).containsExactly("admin", "wang");
    add("li", "Ab1!Ab1!Ab1!", 1510);
    play.wait(7);
    assertThat(names()).containsExactly("admin", "wang", "li");
    assertThat(play.client.get("/user", "search_word", "LI").at("/users_set/0/mod").asString())
        .isEqualTo("700");
  }

  @Test
  void deletedUserIsGone() {
    assertThat(change("/user/deleteUser", "'username': 'wang'")).isZero();
    play.wait(7);
    assertThat(names()).containsExactly("admin");
    assertThat(change("/user/deleteUser", "'username': 'wang'")).isEqualTo(1610);
    assertThat(change("/user/deleteUser", "'username': 'admin'")).isEqualTo(1400);
  }

  @ParameterizedTest
  @CsvSource({
    "Ab1!Ab1!Ab1!, 0",
    "Ab1!Ab1!Ab1, 1100",
    "ab1!ab1!ab1!, 1100",
    "AB1!AB1!AB1!, 1100",
    "Abc!Abc!Abc!, 1100",
    "Ab12Ab12Ab12, 1100",
    "Ab1-Ab1-Ab1!, 1100",
    "Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab, 0",
    "Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1, 1100"
  })
  void passwordFollowsTheRule(String password, int code) {
    assertThat(change("/user/modifyUser", "'username': 'wang', 'new_password': '" + password + "'"))
        .isEqualTo(code);
    add("li", password, code);
  }

  @Test
  void listHoldsAllClustersUnlessOneIsNamed() {
    JsonNode all = play.client.get("/user");
    assertThat(all.path("total_count").asInt()).isEqualTo(4);
    assertThat(all.at("/users_set/0/uid_number").isString()).isTrue();
    assertThat(play.client.get("/user", "user_id", "usr-none").path("total_count").asInt())
        .isZero();
    assertThat(Play.code(play.client.get("/user", "cluster_id", "ehpc-none"))).isEqualTo(2100);
  }

  @Test
  void softwareIsAnObjectByName() {
    JsonNode all = play.client.get("/software/list");
    assertThat(all.path("hpcsw_set").isObject()).isTrue();
    assertThat(all.at("/hpcsw_set/CDO/hpcsws/1/sw_ver").asString()).isEqualTo("2.1.0");
    assertThat(play.client.get("/software/list", "deploy_mode", "2").path("hpcsw_set").has("CDO"))
        .isFalse();
    assertThat(play.client.get("/software/list", "search_word", "gro").path("total_count").asInt())
        .isEqualTo(1);
  }

  private void add(String name, String password, int code) {
    assertThat(
            change("/user/addUser", "'username': '" + name + "', 'password': '" + password + "'"))
        .isEqualTo(code);
  }

  private int change(String path, String more) {
    return Play.code(play.client.post(path, "{'cluster_id': 'ehpc-play', " + more + "}"));
  }

  private List<String> names() {
    return Play.rows(play.client.get("/user", "cluster_id", "ehpc-play"), "users_set").stream()
        .map(user -> user.path("username").asString())
        .toList();
  }
}
