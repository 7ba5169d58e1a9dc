package io.ebb.script.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.plan.OnDeadline;
import io.ebb.script.Language;
import io.ebb.script.Script;
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
    Head head = Head.of("a.py", "#", FULL);

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

    assertThat(Head.of("a.js", "//", text).parameters()).hasSize(3);
  }

  @Test
  void scriptWithoutHeadHasNoParameters() {
    assertThat(Head.of("a.js", "//", "// a comment\nshow(1)\n")).isEqualTo(Head.NONE);
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
                //   Size: {type: int, min: 1}
                //   age: {type: duration, default: soon}
                //   name: {pattern: "["}
                // limits: {max: 3}
                // on-deadline: never
                // ---
                """))
        .anyMatch(v -> v.contains("titel: there is no such key; did you mean title?"))
        .anyMatch(v -> v.contains("count: there is no type integer"))
        .anyMatch(v -> v.contains("Size: names are lower-case words"))
        .anyMatch(v -> v.contains("age: its own default is wrong"))
        .anyMatch(v -> v.contains("name: the pattern is malformed"))
        .anyMatch(v -> v.contains("limits.max: there is no such key"))
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

  @Test
  void limitsThatCannotBeReadAreErrorsAndNeverDropped() {
    assertThat(
            violations(
                """
                // ---
                // limits:
                //   keep-per-queue: many
                //   nodes-per-run: two
                //   percent-per-run: 25%
                //   keep-per-role: -1
                //   protected: node3
                // ---
                """))
        .containsExactly(
            "bad.js:6: limits.keep-per-role must be a whole number from 0 up, not -1",
            "bad.js:3: limits.keep-per-queue must be a whole number from 0 up, not \"many\"",
            "bad.js:4: limits.nodes-per-run must be a whole number from 0 up, not \"two\"",
            "bad.js:5: limits.percent-per-run must be a whole number from 0 to 100, not \"25%\"",
            "bad.js:7: limits.protected must be a list, such as [a, b], not \"node3\"");
    assertThat(violations("// ---\n// limits: 3\n// ---\n"))
        .containsExactly("bad.js:2: limits must be keys and values, not 3");
  }

  @Test
  void protectedSetsAreExpandedAndHoldNoGroupsAndWildcards() {
    assertThat(
            Head.of("a.js", "//", "// ---\n// limits: {protected: ['node[1-2]', node9]}\n// ---\n")
                .limits()
                .protectedNodes())
        .containsExactlyInAnyOrder("node1", "node2", "node9");
    assertThat(violations("// ---\n// limits: {protected: ['@role:login', 'n1,node*']}\n// ---\n"))
        .hasSize(2)
        .allMatch(v -> v.startsWith("bad.js:2: limits") && v.contains("protected: \""));
  }

  @Test
  void headMayStandBelowCommentsAndBeWrittenTightly() {
    String head = "//---\n// title: x\n//---\n";

    for (String above : List.of("// Licence\n", "/*\n * Licence\n */\n", "\n// a\n\n", "\uFEFF")) {
      assertThat(Script.of("a.js", Language.JAVASCRIPT, above + head).head().title())
          .as(above)
          .isEqualTo("x");
    }
    assertThat(Head.of("a.js", "//", "show(1)\n" + head)).isEqualTo(Head.NONE);
  }

  @Test
  void parametersOfTheWrongShapeAreErrors() {
    assertThat(violations("// ---\n// params: [count, queue]\n// ---\n"))
        .containsExactly("bad.js:2: params must be keys and values, not [\"count\",\"queue\"]");
    assertThat(
            violations(
                """
                // ---
                // params:
                //   count: int
                //   age: {required: no}
                //   size: {type: int, min: one}
                //   name: {type: string, max: 3}
                //   low: {type: int, min: 3, choices: [1, 4]}
                // ---
                """))
        .containsExactly(
            "bad.js:3: params.count must be keys and values, not \"int\"",
            "bad.js:4: params.age.required must be true or false, not \"no\"",
            "bad.js:5: params.size.min: must be a number, not one",
            "bad.js:6: params.name.max: has no order, so it takes no min and no max",
            "bad.js:7: params.low: its own choice is wrong: --low must be at least 3, not 1");
  }

  private static List<String> violations(String text) {
    return catchThrowableOfType(HeadException.class, () -> Head.of("bad.js", "//", text))
        .violations();
  }
}
