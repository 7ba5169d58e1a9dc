package io.ebb.script.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunbookViolationsTest {

  @Test
  void everythingThatIsWrongIsToldAtOnceByItsLine() {
    Draft draft =
        Runbook.draft(
            "a.md",
            """
            ---
            titel: x
            params: {n: {type: it}}
            ---
            ```js {name=a confrim="x"}
            ```
            ```py {name=a timeout=soon}
            ```
            ```js {manual}
            ```
            > ```js
            > 1
            > ```
            ```sh {name=b}
            ```
            """);

    assertThat(draft.violations())
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("a.md:2: titel: ").contains("did you mean title?"),
            next -> assertThat(next).contains("params.n", "there is no type it"),
            next -> assertThat(next).startsWith("a.md:5: ").contains("did you mean confirm?"),
            next -> assertThat(next).startsWith("a.md:7: ").contains("\"soon\" is not a duration"),
            next -> assertThat(next).isEqualTo("a.md:7: the block of line 5 is named a, too"),
            next -> assertThat(next).startsWith("a.md:9: ").contains("does not carry out code"),
            next -> assertThat(next).startsWith("a.md:11: ").contains("at the left margin"),
            next -> assertThat(next).startsWith("a.md:14: ").contains("this fence is shown only"));
    assertThat(draft.runbook().blocks()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          js {name=a              | the { is not closed
          js {confirm="a          | a quote is not closed
          js {confirm="a}         | a quote is not closed
          js {confirm='a          | a quote is not closed
          js {confirm=“go on?”}   | write straight quotes: confirm=
          js {when=a["x"]}        | a value with blanks or quotes stands in quotes
          js {name=a} now         | what is now behind the }?
          js name=a               | attributes stand in braces: js {name=a}
          js,run                  | attributes stand in braces
          js {name=a name=b}      | name is given twice
          js {name="a b"}         | the name "a b" must be of letters
          js {name=-a}            | must be of letters
          js {name=a,b}           | must be of letters
          js {confirm}            | confirm needs a value
          js {when=""}            | when needs a value
          js {timeout=0s}         | timeout must be more than 0s
          js {on-error=contine}   | did you mean continue?
          js {manual=yes}         | manual must be true or false
          text {manual timeout=2h}| timeout is for code
          text {manual on-error=ask}| on-error is for code
          {js name=a}             | the language stands before the braces
          {.python}               | the language stands before the braces
          pyhton                  | write python to run it
          javascipt {name=a}      | write javascript to run it
          json {name=a}           | this fence is shown only
          """)
  void faultOfAFenceIsTold(String info, String message) {
    assertThat(Runbook.draft("a.md", "```" + info + "\nx\n```\n").violations())
        .singleElement()
        .asString()
        .startsWith("a.md:1: ")
        .contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ```js\n  1\n  ```",
        "1. a\n\n   ```python\n   1\n   ```",
        "> ```text {manual}\n> a\n> ```",
        "    ```js\n    1\n    ```",
        "<div>\n```js\n1\n```\n</div>",
        "```js {confirm=\"use `x`?\"}\n1\n",
        "```text\nforgotten\n\n```js\n1\n```",
      })
  void blockThatWouldSilentlyNotRunIsRefused(String markdown) {
    String text = "```js\n0\n```\n\n" + markdown + "\n";

    assertThat(Runbook.draft("a.md", text).violations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "````text\n```js\n1\n```\n````",
        "<!--\n```js\n1\n```\n-->",
        "- ```sh\n  1\n  ```",
        "```json\n{}\n```",
        "~~~\n```js\n~~~",
        "Type ```js to begin.",
      })
  void whatIsOnlyShownIsNoFault(String markdown) {
    String text = "```js\n0\n```\n\n" + markdown + "\n";

    assertThat(Runbook.draft("a.md", text).violations()).isEmpty();
    assertThat(Runbook.draft("a.md", text).runbook().blocks()).hasSize(1);
  }

  @Test
  void fenceMustBeClosed() {
    assertThat(Runbook.draft("a.md", "```js\n1\n").violations())
        .containsExactly("a.md:1: the fence is not closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# Only prose\n", "```sh\nls\n```\n"})
  void runbookThatDoesNothingIsNone(String text) {
    assertThat(Runbook.draft("a.md", text).violations())
        .singleElement()
        .asString()
        .startsWith("a.md: nothing is carried out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\n---\\ntitle: x\\n---\\n | a.md:1: the head must begin in the first line
          ---\\ntitle: x\\n         | a.md: the head is not closed: its last line must be ---
          ---\\ntitle: [\\n---\\n  | the head is not YAML
          """)
  void headMustBeOne(String head, String message) {
    assertThat(Runbook.draft("a.md", head.translateEscapes() + "```js\n1\n```\n").violations())
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void instructionsMustSaySomething() {
    assertThat(Runbook.draft("a.md", "```text {manual}\n```\n").violations())
        .containsExactly("a.md:1: it does not say what the person is to do");
  }
}
