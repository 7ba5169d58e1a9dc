package io.ebb.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is typed, completion neither throws nor takes long.
final class AnyTextTest {
  private static final List<String> PIECES =
      List.of(
          "cluster", "idle", ".", "nodes", "()", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "${",
          ",", "=", "=>", "n", "lambda", ":", "\n", " ", "#", "//", "/*", "*/", "/", "\\", "retire",
          "drain", "node[1-", "@queue:", "0", ".5", "?", "?.", "...", "for", "of", "in", "const",
          "f\"", "'''", "ehpc", "節點", "\uD83D", "\t", ":bg ", "py ", "js ", "!", "&", "^", "|",
          "_");
  private static final int TEXTS = 4_000;

  private final Completions completions = new Completions(new Stage(300));
  private final Suggestible suggestible = new Suggestible();

  @ParameterizedTest
  @EnumSource
  void noTextMakesItThrow(Language language) {
    long seed = ThreadLocalRandom.current().nextLong();
    System.out.println("AnyTextTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      int cursor = random.nextInt(text.length() + 1);
      for (Candidate candidate : completions.at(language, text, cursor)) {
        assertThat(candidate.start()).as("seed %d, %s", seed, text).isBetween(0, cursor);
      }
      assertThat(suggestible.test(text)).isIn(true, false);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster.",
        "(",
        "[",
        "{",
        "f(",
        "`${",
        "a = b; ",
        "n => ",
        "x = x.y\n",
        "lambda n: ",
        "\"",
        "/",
        "/[",
        "for n in ",
        "...",
        "a.b(c.",
        "node1,",
        "\\",
        "'''"
      })
  void repeatingAnythingTakesNoLonger(String piece) {
    for (Language language : Language.values()) {
      String text = "cluster.retire(\"" + piece.repeat(40_000 / piece.length());
      assertThat(took(language, text)).isLessThan(Duration.ofSeconds(2));
      assertThat(took(language, piece.repeat(40_000 / piece.length())))
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  private Duration took(Language language, String text) {
    long start = System.nanoTime();
    assertThat(completions.at(language, text, text.length())).isNotNull();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void firstTabIsPreparedForWithoutAnyEffect() {
    completions.prepare();
    assertThat(completions.at(Language.PYTHON, "clu", 3)).isNotEmpty();
  }

  @Test
  void cursorOutsideOfTheTextIsNothing() {
    assertThat(completions.at(Language.PYTHON, "x", 2)).isEmpty();
    assertThat(completions.at(Language.PYTHON, "x", -1)).isEmpty();
  }
}
