package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.plan.OnDeadline;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadTest {
  private static final String FULL =
      """
      #!/usr/bin/env -S ebb run
      # ---
      # title: Retire 空闲 nodes
      # description: More of it.
      # params:
      #   min-age: {type: duration, default: 30d, min: 1d, help: "how old"}
      #   queue: {type: queue}
      #   mode: {choices: [slow, fast], required: false}
      # limits: {keep-per-queue: 2, nodes-per-run: 8, protected: [node1]}
      # on-deadline: ask
      # ---
      show(params.min_age)
      """;

  @Test
  void headOfPythonIsReadFromItsComments() {
    Head head = Head.of("a.py", Language.PYTHON, FULL);

    assertThat(head.title()).isEqualTo("Retire 空闲 nodes");
    assertThat(head.parameters())
        .extracting(Parameter::name)
        .containsExactly("min-age", "queue", "mode");
    assertThat(head.parameters())
        .extracting(Parameter::required)
        .containsExactly(false, true, false);
    assertThat(head.limits().keepPerQueue()).isEqualTo(2);
    assertThat(head.limits().maxNodes()).isEqualTo(8);
    assertThat(head.limits().protectedNodes()).containsExactly("node1");
    assertThat(head.onDeadline()).isEqualTo(OnDeadline.ASK);
  }

  @Test
  void headOfJavaScriptIsReadFromItsComments() {
    String text = FULL.replaceAll("(?m)^# ?", "// ").replaceAll("^// !.*\n", "");

    assertThat(Head.of("a.js", Language.JAVASCRIPT, text).parameters()).hasSize(3);
  }

  @Test
  void scriptWithoutHeadHasNoParameters() {
    assertThat(Head.of("a.js", Language.JAVASCRIPT, "// a comment\nshow(1)\n"))
        .isEqualTo(Head.NONE);
  }

  @Test
  void everythingThatIsWrongIsListedAtOnce() {
    assertThat(
            violations(
                """
                // ---
                // titel: x
                // params:
                //   count: {type: integer}
                //   Size: {min: 1}
                //   age: {type: duration, default: soon}
                //   name: {pattern: "["}
                // limits: {max: 3}
                // on-deadline: never
                // ---
                """))
        .anyMatch(v -> v.contains("no key titel; did you mean title?"))
        .anyMatch(v -> v.contains("count: there is no type integer"))
        .anyMatch(v -> v.contains("Size: names are lower-case words"))
        .anyMatch(v -> v.contains("age: its own default is wrong"))
        .anyMatch(v -> v.contains("name: the pattern is malformed"))
        .anyMatch(v -> v.contains("limits: there is no key max"))
        .anyMatch(v -> v.contains("on-deadline: unknown choice 'never'"))
        .hasSize(7);
  }

  @Test
  void malformedYamlIsReportedAtItsLineOfTheFile() {
    assertThat(violations("// ---\n// title: x\n// params: {a: [}\n// ---\n"))
        .singleElement()
        .asString()
        .startsWith("bad.js:3: the head is not YAML");
  }

  @Test
  void unclosedHeadIsAnError() {
    assertThat(violations("// ---\n// title: x\nshow(1)\n"))
        .singleElement()
        .asString()
        .contains("the head is not closed");
  }

  private static List<String> violations(String text) {
    return catchThrowableOfType(
            HeadException.class, () -> Head.of("bad.js", Language.JAVASCRIPT, text))
        .violations();
  }
}
