package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.script.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of the manual about runbooks: its example runs as the page says, and it names what
/// there is.
@Timeout(120)
final class RunbooksPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/runbooks.md");

  @TempDir private Path folder;

  /// The commands of the page that need no run before them.
  static Stream<String> commands() throws IOException {
    return page().lines().filter(line -> line.startsWith("    ebb run ")).map(String::strip);
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private Path example() throws IOException {
    Matcher fence = Pattern.compile("(?s)````markdown\n(.*?)````\n").matcher(page());
    assertThat(fence.find()).isTrue();
    return Files.writeString(folder.resolve("canary.md"), fence.group(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandOfThePageRuns(String command) throws IOException {
    List<String> words = ShellWords.of(command.replace("canary.md", example().toString()));

    Result result = Shell.bare().run(words.subList(1, words.size()).toArray(String[]::new));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("look");
  }

  @Test
  void blockByHandLooksAsThePageShows() throws IOException {
    Result result =
        Shell.bare()
            .typing("done\nnobody complains\n")
            .run("run", example().toString(), "--sim", "--only", "ask-users");

    assertThat(result.exit()).as(result.err()).isZero();
    String shown = page().replaceAll("(?m)^    (?! )", "").replaceAll("(?m)^      ", "  ");
    assertThat(shown)
        .contains("── 3/5 ask-users · by hand ──\n\n  Ask in the channel", "abort: done\n");
    assertThat(result.out())
        .contains(
            "── 3/5 ask-users · by hand ──\n\n  Ask in the channel of the users whether anything is");
    assertThat(result.err())
        .contains("ask-users: done, skip or abort: ", "a note for the record, or nothing: ");
  }

  @Test
  void everyOptionAndAttributeOfThePageIsThere() throws IOException {
    String help = Shell.bare().run("run", "--help").out();
    assertThat(rows("--")).allSatisfy(option -> assertThat(help).contains(option));
    Path all =
        Files.writeString(
            folder.resolve("all.md"),
            "```js {"
                + String.join(" ", rows("").filter(each -> !each.startsWith("-")).toList())
                + "}\n```\n");
    assertThat(Runbook.draft(all).violations())
        .singleElement()
        .asString()
        .contains("a person does not carry out code"); // manual is among them
  }

  /// What the first cells of the tables begin with.
  private static Stream<String> rows(String start) throws IOException {
    return Pattern.compile("(?m)^\\| `(" + Pattern.quote(start) + "[^` ]*[^`]*)` \\|")
        .matcher(page())
        .results()
        .map(row -> start.isEmpty() ? row.group(1) : row.group(1).split("[ =]")[0]);
  }
}
