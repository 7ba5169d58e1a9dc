package io.ebb.script.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.script.Language;
import io.ebb.script.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GivenWordsTest {
  private static final List<Parameter> DECLARED =
      Script.of(
              "head.js",
              Language.JAVASCRIPT,
              "// ---\n// params:\n//   count: {type: int}\n//   force: {type: bool}\n// ---\n")
          .head()
          .parameters();

  private static Map<String, String> read(String... words) {
    return GivenWords.read(List.of(words), DECLARED);
  }

  @Test
  void valueFollowsABlankOrAnEqualsSign() {
    assertThat(read("--count", "3")).containsExactly(Map.entry("count", "3"));
    assertThat(read("--count=3")).containsExactly(Map.entry("count", "3"));
    assertThat(read("--count", "-3")).containsExactly(Map.entry("count", "-3"));
    assertThat(read("--count=a=b")).containsExactly(Map.entry("count", "a=b"));
  }

  @Test
  void bareFlagIsTrue() {
    assertThat(read("--force", "--count", "3")).containsEntry("force", "true");
    assertThat(read("--force", "false")).containsEntry("force", "false");
  }

  @Test
  void unknownNamesStayForTheCheckOfTheParameters() {
    assertThat(read("--nope", "x", "--none")).containsOnlyKeys("nope", "none");
  }

  @Test
  void whatIsNoParameterIsRefused() {
    assertThatThrownBy(() -> read("count", "3"))
        .isInstanceOf(HeadException.class)
        .hasMessageContaining("what is count?");
    assertThatThrownBy(() -> read("--force", "maybe")).hasMessageContaining("what is maybe?");
  }

  @Test
  void valueThatIsMissingOrGivenTwiceIsRefused() {
    assertThatThrownBy(() -> read("--count")).hasMessage("--count needs a value");
    assertThatThrownBy(() -> read("--count", "--force")).hasMessage("--count needs a value");
    assertThatThrownBy(() -> read("--count=1", "--count=2")).hasMessage("--count is given twice");
  }
}
