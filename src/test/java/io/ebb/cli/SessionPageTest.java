package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The page of the manual about sessions: its first example does what it says, and it names the
/// commands that there are.
@Timeout(120)
final class SessionPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/session.md");

  private static final Pattern COMMAND = Pattern.compile("(?<=`):[a-z]+");

  @TempDir private Path folder;

  @Test
  void firstExampleIsSavedAsThePageShows() throws Exception {
    String page = Files.readString(PAGE);
    List<String> typed =
        page.substring(0, page.indexOf("## Where"))
            .lines()
            .filter(line -> line.contains("js> "))
            .map(line -> line.substring(line.indexOf("> ") + 2))
            .filter(line -> !line.startsWith(":save"))
            .toList();
    Path file = folder.resolve("retire-idle.js");
    try (Seat seat = Seat.simulated(folder, "--sim", "--no-init")) {
      for (String line : typed) {
        if (line.equals("plan.apply()")) {
          assertThat(seat.type(line).until("to go on: "))
              .contains("Retire 2 nodes of ehpc-8jqdq0mz");
          assertThat(seat.say("2")).contains("2 retired");
        } else {
          assertThat(seat.say(line)).doesNotContain("error");
        }
      }
      seat.say(":save " + file);
    }
    assertThat(page).contains("```js\n" + Files.readString(file) + "```\n");
  }

  @Test
  void commandsOfThePageAreThoseOfTheSession() throws IOException {
    List<String> named =
        COMMAND
            .matcher(Files.readString(PAGE))
            .results()
            .map(match -> match.group())
            .distinct()
            .sorted()
            .toList();
    try (Seat seat = Seat.simulated(folder, "--sim", "--no-init")) {
      assertThat(
              seat.say(":help")
                  .lines()
                  .filter(line -> line.startsWith(":"))
                  .map(line -> line.split(" ")[0])
                  .sorted())
          .containsExactlyElementsOf(named);
    }
  }
}
