package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether what was typed goes on in a further line; `⏎` stands for the end of a line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DialogueIncompleteTest {
  private final Talk talk = new Talk();

  @BeforeAll
  void languagesAreReady() {
    talk.js("0");
    talk.py("0");
  }

  @AfterAll
  void over() {
    talk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "foo(              | true",
        "foo()             | false",
        "1 +               | true",
        "function f() {    | true",
        "function f() {⏎}  | false",
        "`open             | true",
        "`open⏎closed`     | false",
        "/* open           | true",
        "{a: 1, b: 2       | true",
        "{a: 1, b: 2}      | false",
        "const x =         | true",
        "'open             | false",
        "a b               | false",
        "if (x)            | true",
        "'a`b'             | false",
        "while (true) {}   | false",
      })
  void javascript(String typed, boolean incomplete) {
    String text = typed.replace('⏎', '\n');
    assertThat(talk.dialogue.incomplete(Language.JAVASCRIPT, text)).isEqualTo(incomplete);
    if (!text.equals("1 +") && !text.equals("const x =") && !text.equals("if (x)")) {
      assertThat(Completeness.seemsToLackMore(Language.JAVASCRIPT, text)).isEqualTo(incomplete);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "foo(                         | true",
        "foo()                        | false",
        "for x in y:                  | true",
        "for x in y:⏎  pass           | true",
        "for x in y:⏎  pass⏎          | false",
        "def f():⏎  return 1⏎         | false",
        "x = 1⏎y = 2                  | false",
        "x = 1⏎for i in y:            | true",
        "x = 1⏎for i in y:⏎  pass     | true",
        "x = 1⏎for i in y:⏎  pass⏎    | false",
        "'''open                      | true",
        "'''open⏎closed'''            | false",
        "@decorator                   | true",
        "x = 1 \\                     | true",
        "x =                          | false",
        "a b                          | false",
        "'open                        | false",
        "{'a': 1,                     | true",
        "while True: pass             | true",
        "while True: pass⏎            | false",
      })
  void python(String typed, boolean incomplete) {
    String text = typed.replace('⏎', '\n');
    assertThat(talk.dialogue.incomplete(Language.PYTHON, text)).isEqualTo(incomplete);
    if (!text.equals("while True: pass")) {
      assertThat(Completeness.seemsToLackMore(Language.PYTHON, text)).isEqualTo(incomplete);
    }
  }
}
