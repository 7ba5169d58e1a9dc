package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "node1,node2,node7",
        "node1 node2 node7",
        " node1, node2,\tnode7 ",
        "[\"node1\", \"node2\", \"node7\"]",
        "['node1','node2','node7']",
        "node[1-2,7]",
        "node[1-2],node7",
        "node001,node[002,007]",
      })
  void namesHosts(String text) {
    assertThat(JobHosts.parse(text)).isEqualTo(Set.of("node1", "node2", "node7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "[]",
        "[ ]",
        "(null)",
        "None",
        "1",
        "[1, 2]",
        "node[1-",
        "node*",
        "@queue:batch",
        "node1,gpu-box",
        "node1!node2",
        "cln-hzzvbtnh",
        "{\"node1\": 4}",
        "node[1-9999999]",
      })
  void namesNoneUnlessAllIsUnderstood(String text) {
    assertThat(JobHosts.parse(text)).isEmpty();
  }

  @Test
  void otherRolesAreHostsToo() {
    assertThat(JobHosts.parse("controller1,login02")).isEqualTo(Set.of("controller1", "login2"));
  }
}
