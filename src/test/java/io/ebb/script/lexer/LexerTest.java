package io.ebb.script.lexer;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexerTest {
  private static List<String> texts(Language language, String source) {
    return Lexer.tokens(language, source).stream().map(Token::text).toList();
  }

  private static boolean open(Language language, String source) {
    return Lexer.tokens(language, source).getLast().open();
  }

  @Test
  void cutsNamesNumbersTextsAndSigns() {
    assertThat(texts(JAVASCRIPT, "const a = b.pick(4, 'x;y') // so"))
        .containsExactly("const", "a", "=", "b", ".", "pick", "(", "4", ",", "'x;y'", ")", "// so");
    assertThat(texts(PYTHON, "a = f'{b}' # so")).containsExactly("a", "=", "f'{b}'", "# so");
  }

  @Test
  void countsTheBracketsAroundEach() {
    assertThat(
            Lexer.tokens(JAVASCRIPT, "f(a, [b]) + c").stream()
                .map(token -> token.text() + token.depth())
                .collect(Collectors.joining(" ")))
        .isEqualTo("f0 (0 a1 ,1 [1 b2 ]1 )0 +0 c0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`open                 | true",
        "`closed`              | false",
        "`a ${ `b` } c`        | false",
        "`a ${ f({b: '}'}) `   | true",
        "/* open               | true",
        "/* closed */          | false",
        "'no end in this line  | true",
        "a / b                 | false",
      })
  void tellsWhatIsNotClosed(String source, boolean open) {
    assertThat(open(JAVASCRIPT, source)).isEqualTo(open);
  }

  @Test
  void takesPatternsOfJavaScriptAsOne() {
    assertThat(texts(JAVASCRIPT, "x = /[/'\"]+/g.test(a / b)"))
        .containsExactly("x", "=", "/[/'\"]+/g", ".", "test", "(", "a", "/", "b", ")");
  }

  @Test
  void takesTriplesOfPythonAsOne() {
    assertThat(texts(PYTHON, "'''a'b\nc''' + 1")).containsExactly("'''a'b\nc'''", "+", "1");
    assertThat(open(PYTHON, "\"\"\"a\nb")).isTrue();
  }

  @Test
  void knowsWhatBeginsALine() {
    assertThat(
            Lexer.tokens(JAVASCRIPT, "a\n  /* b */ c d").stream()
                .filter(Token::firstOfLine)
                .map(Token::text))
        .containsExactly("a", "/* b */", "c");
  }

  @Test
  void comesToAnEndWhateverIsTyped() {
    SplittableRandom random = new SplittableRandom(7);
    String signs = "ab1'\"`/\\*#${}()[]\n .;=é中";
    for (int i = 0; i < 20_000; i++) {
      String source =
          random
              .ints(random.nextInt(24), 0, signs.length())
              .mapToObj(each -> String.valueOf(signs.charAt(each)))
              .collect(Collectors.joining());
      for (Language language : Language.values()) {
        List<Token> tokens = Lexer.tokens(language, source);
        int end = 0;
        for (Token token : tokens) {
          assertThat(token.start()).as(source).isGreaterThanOrEqualTo(end);
          assertThat(source.substring(token.start(), token.end())).isEqualTo(token.text());
          end = token.end();
        }
      }
    }
  }
}
