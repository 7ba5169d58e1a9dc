package io.ebb.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Saying;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The files of highlighting that Ebb ships, as JLine reads them.
final class HighlightingFilesTest {
  private static final AttributedStyle DESTROYS =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.RED);
  private static final Catalogue CATALOGUE = Words.catalogue();

  private static SyntaxHighlighter file(String name) {
    return SyntaxHighlighter.build(Path.of("repl", name + ".nanorc").toUri().toString());
  }

  private static SyntaxHighlighter of(Language language) {
    return file(language == Language.PYTHON ? "python" : "javascript");
  }

  private static Stream<Saying> words() {
    return CATALOGUE.kinds().stream()
        .filter(kind -> !kind.name().equals(Saying.ROOTS))
        .flatMap(kind -> kind.words().stream());
  }

  private static AttributedStyle styleOf(SyntaxHighlighter file, String line, String part) {
    return file.reset().highlight(line).styleAt(line.indexOf(part));
  }

  @ParameterizedTest
  @EnumSource
  void eachWordIsPaintedAndWhatDestroysIsRed(Language language) {
    for (SyntaxHighlighter file : List.of(of(language), file("commands"))) {
      assertThat(words())
          .isNotEmpty()
          .allSatisfy(word -> {
            String name = language.spell(word.name());
            AttributedStyle style = styleOf(file, ":bg thing." + name + "()", name + "(");
            assertThat(style).isNotEqualTo(AttributedStyle.DEFAULT);
            boolean destroys =
                words().anyMatch(w -> w.effect() == Effect.DESTROY && w.name().equals(word.name()));
            assertThat(style.equals(DESTROYS)).as(name).isEqualTo(destroys);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachRootIsPainted(Language language) {
    assertThat(CATALOGUE.roots().sayings())
        .allSatisfy(root ->
            assertThat(styleOf(of(language), "x = " + root.name(), root.name()))
                .isNotEqualTo(AttributedStyle.DEFAULT));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "javascript¦ log(\"const ehpc.apply() 12\")",
        "javascript¦ log('const ehpc.apply() // 12')",
        "javascript¦ log(`const ${x} plan.apply()`)",
        "javascript¦ x // const 'ehpc' plan.apply() 12",
        "javascript¦ x /* const 'ehpc' plan.apply() 12 */",
        "javascript¦ x(\"it is \\\" const plan.apply() 12\"",
        "javascript¦ x('it is \"const plan.apply() 12",
        "python¦ log(\"for ehpc.apply() # 12\")",
        "python¦ log('''for \"ehpc\".apply() # 12''')",
        "python¦ x # for 'ehpc' plan.apply() 12",
        "commands¦ :bg x('ehpc plan.apply()')",
      })
  void nothingIsPaintedInsideOfATextOrComment(String name, String line) {
    AttributedString painted = file(name).reset().highlight(line);
    int first =
        Stream.of("for", "const", "it", "ehpc")
            .mapToInt(line::indexOf)
            .filter(i -> i >= 0)
            .min()
            .orElseThrow();
    int last = Math.max(line.indexOf("12"), line.indexOf("apply"));
    AttributedStyle style = painted.styleAt(first);
    assertThat(style).isNotEqualTo(AttributedStyle.DEFAULT);
    for (int i = first; i <= last; i++) {
      assertThat(painted.styleAt(i)).as("at %d", i).isEqualTo(style);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "javascript¦ show('http://a'); plan.apply()",
        "javascript¦ /* 'so' */ plan.apply()",
        "javascript¦ x = a / b; plan.apply()",
        "python¦ show('#1') or plan.apply()",
        "python¦ show(\"it's\") or plan.apply()",
      })
  void whatStandsBehindATextIsPainted(String name, String line) {
    assertThat(styleOf(file(name), line, "apply")).isEqualTo(DESTROYS);
  }

  @Test
  void commandsAndTheirOptionsArePainted() {
    SyntaxHighlighter commands = file("commands");
    String line = ":resume --yes r-2026-11-21-001";
    assertThat(Stream.of(":resume", "--yes", "r-2026").map(part -> styleOf(commands, line, part)))
        .doesNotHaveDuplicates()
        .doesNotContain(AttributedStyle.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource
  void longLinesArePaintedAtOnce(Language language) {
    String line = "f(\"a\", 'b', `c`, /* d */ 12 / 3); ".repeat(60);
    long start = System.nanoTime();
    assertThat(of(language).highlight(line).length()).isEqualTo(line.length());
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
