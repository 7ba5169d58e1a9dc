package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.head.Parameters;
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

/// The scripts in the README do what it says, and its table of words is the catalogue's.
final class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @ParameterizedTest
  @EnumSource
  void scriptsOfTheReadmeRun(Language language) throws IOException {
    for (String text : blocks(language)) {
      Script script = Script.of("README.md", language, text);
      Map<String, String> given =
          script.head().parameters().isEmpty() ? Map.of() : Map.of("cluster", "ehpc-8jqdq0mz");
      try (Stage stage = new Stage()) {
        stage.run(script, Parameters.bind(script.head().parameters(), given));

        assertThat(stage.host.shown).isNotEmpty();
        assertThat(stage.host.logged).isNotEmpty();
        assertThat(stage.host.runs).isNotEmpty();
        assertThat(stage.simulator.lostJobs()).isEmpty();
      }
    }
  }

  @Test
  void tableOfWordsNamesEverySaying() throws IOException {
    String readme = Files.readString(README);
    String table = readme.substring(readme.indexOf("| Object | Facts | Words |"));

    List<Catalogue.Entry> objects =
        Words.catalogue().kinds().stream().filter(kind -> !kind.row()).toList();
    for (Catalogue.Entry kind : objects) {
      String row =
          table
              .lines()
              .filter(line -> line.startsWith(rowOf(kind.name())))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no row for " + kind.name()));
      assertThat(kind.sayings()).allSatisfy(s -> assertThat(row).contains("`" + s.name() + "`"));
    }
  }

  private static String rowOf(String kind) {
    return switch (kind) {
      case "roots" -> "| everywhere |";
      case "ehpc" -> "| `ehpc` |";
      default -> "| " + kind + " |";
    };
  }

  private static List<String> blocks(Language language) throws IOException {
    String fence = language == Language.JAVASCRIPT ? "js" : "python";
    List<String> blocks =
        Pattern.compile("(?s)```" + fence + "\n(.*?)```")
            .matcher(Files.readString(README))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).isNotEmpty();
    return blocks;
  }
}
