package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.CallListener;
import io.ebb.script.head.Parameters;
import io.ebb.script.manual.MarkdownManual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page of words in the repository is the catalogue's, and what it shows of scripts runs.
final class WordsPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/words.md");

  /// Slow enough that no plan expires on a machine that is busy.
  private static final double SPEED = 300;

  @Test
  void pageIsCurrent() throws IOException {
    assertThat(Files.readString(PAGE))
        .as("renew it: ebb words --markdown > %s", PAGE)
        .isEqualTo(MarkdownManual.of(Words.catalogue()));
  }

  @ParameterizedTest
  @EnumSource
  void scriptsOfThePageRun(Language language) throws IOException {
    try (Stage stage = new Stage(SPEED, CallListener.none())) {
      for (String text : blocks(language)) {
        Script script = Script.of("words.md", language, text);
        int before = stage.host.shown.size();

        stage.run(script, Parameters.bind(script.head().parameters(), Map.of()));

        assertThat(stage.host.shown).hasSizeGreaterThan(before);
      }
      assertThat(stage.host.logged).isNotEmpty();
      assertThat(stage.host.runs).isNotEmpty();
      assertThat(stage.simulator.lostJobs()).isEmpty();
    }
  }

  /// The scripts before the words, which are told one by one with examples of their own.
  private static List<String> blocks(Language language) throws IOException {
    String fence = language == Language.JAVASCRIPT ? "js" : "python";
    String page = Files.readString(PAGE);
    return Pattern.compile("(?s)```" + fence + "\n(.*?)```")
        .matcher(page.substring(0, page.indexOf("\n# All words")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
