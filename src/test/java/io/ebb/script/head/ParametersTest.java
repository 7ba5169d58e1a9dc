package io.ebb.script.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParametersTest {
  private static final List<Parameter> DECLARED =
      Head.of(
              "a.js",
              "//",
              """
              // ---
              // params:
              //   count: {type: int, min: 1, max: 9}
              //   share: {type: number, default: "0.5"}
              //   min-age: {type: duration, default: 30d, max: 90d}
              //   fast: {type: bool, default: "false"}
              //   mode: {choices: [a, b], default: a}
              //   name: {pattern: "[a-z]+", default: x}
              //   token: {type: secret, required: false}
              // ---
              """)
          .parameters();

  @Test
  void valuesAreTypedAndDefaultsFilledIn() {
    assertThat(Parameters.bind(DECLARED, Map.of("count", "4", "fast", "true")))
        .containsEntry("count", 4)
        .containsEntry("share", 0.5)
        .containsEntry("minAge", "30d")
        .containsEntry("fast", true)
        .doesNotContainKey("token");
  }

  @Test
  void everythingThatIsWrongIsListedAtOnce() {
    Map<String, String> given =
        Map.of(
            "share", "much", "min-age", "1000d", "fast", "yes", "mode", "c", "name", "A", "cuont",
            "3");

    assertThat(violations(given))
        .containsExactlyInAnyOrder(
            "--count is missing",
            "--share: must be a number, not much",
            "--min-age must be at most 90d, not 1000d",
            "--fast: must be true or false, not yes",
            "--mode must be one of a, b, not c",
            "--name must match [a-z]+, which A does not",
            "there is no parameter --cuont; did you mean count?");
  }

  @Test
  void boundsAreInclusive() {
    assertThat(Parameters.bind(DECLARED, Map.of("count", "1"))).containsEntry("count", 1);
    assertThat(Parameters.bind(DECLARED, Map.of("count", "9"))).containsEntry("count", 9);
    assertThat(violations(Map.of("count", "0")))
        .containsExactly("--count must be at least 1, not 0");
    assertThat(violations(Map.of("count", "10")))
        .containsExactly("--count must be at most 9, not 10");
  }

  @Test
  void secretIsReadFromAFileAndNeverFromTheCommandLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "s3cret\n");

    assertThat(Parameters.bind(DECLARED, Map.of("count", "1", "token", "@" + file)))
        .containsEntry("token", "s3cret");
    assertThat(violations(Map.of("count", "1", "token", "s3cret")))
        .singleElement()
        .asString()
        .contains("write it to a file")
        .doesNotContain("s3cret");
  }

  @Test
  void numbersAreWrittenInDigits() {
    assertThat(violations(Map.of("count", "3000000000")))
        .anyMatch(v -> v.contains("from -2147483648 to 2147483647, not 3000000000"));
    for (String share : List.of("4f", "0x1p3", "NaN", "1e999", "1_0")) {
      assertThat(violations(Map.of("count", "1", "share", share))).as(share).hasSize(1);
    }
    assertThat(Parameters.bind(DECLARED, Map.of("count", "1", "share", "-2.5e1")))
        .containsEntry("share", -25.0);
  }

  @Test
  void setOfNodesIsCheckedBeforeAnythingRunsAndMayHoldGroupsAndWildcards() {
    Parameter nodes = declared("{type: nodes}");

    assertThat(nodes.violations("node[1-3],@queue:any,@role:x!node*")).isEmpty();
    assertThat(nodes.violations("node[3-"))
        .singleElement()
        .asString()
        .startsWith("--it: ")
        .contains("the bracket is never closed");
  }

  @Test
  void textOfASecretIsCheckedAndNeverTold(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "s3cret\n");

    assertThat(declared("{type: secret, pattern: 's.*'}").violations("@" + file)).isEmpty();
    assertThat(declared("{type: secret, pattern: 'x.*'}").violations("@" + file))
        .containsExactly("--it must match x.*, which the text of the file does not");
  }

  private static Parameter declared(String how) {
    String head = "// ---\n// params: {it: " + how + "}\n// ---\n";
    return Head.of("a.js", "//", head).parameters().getFirst();
  }

  private static List<String> violations(Map<String, String> given) {
    return catchThrowableOfType(HeadException.class, () -> Parameters.bind(DECLARED, given))
        .violations();
  }
}
