package io.ebb.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.repl.completion.Candidate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LooksTest {
  private final Chat chat = new Chat();
  @TempDir private Path folder;

  @Test
  void productionIsSeenAtAGlance() {
    chat.prompt = new PromptLine("prod", true, "py");
    try (Stage stage = Stage.open(chat)) {
      stage.type("x").endsIn("PRODUCTION prod py> x");
      assertThat(stage.sent()).containsPattern("41[;m]");
    }
  }

  @Test
  void longPlaceLeavesHalfOfANarrowWindowToTheLine() {
    chat.prompt = new PromptLine("a-profile-with-a-very-long-name", false, "js");
    try (Stage stage = Stage.open(chat, Stage.options(Optional.empty()), 40, 12)) {
      stage.type("x").endsIn("a-profile-with… js> x");
    }
  }

  @Test
  void percentSignsInAPromptAreThemselves() {
    chat.prompt = new PromptLine("50%M", false, "js");
    try (Stage stage = Stage.open(chat)) {
      stage.type("x").endsIn("50%M js> x");
    }
  }

  @Test
  void suggestionIsTakenWithEndAndNotOtherwise() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("show(nodes)\r").carriesOut("show(nodes)");
      stage.type("sh").endsIn("sim js> show(nodes)").type("\r").carriesOut("sh");
      stage.type("sho" + Stage.END + "\r").carriesOut("show(nodes)");
      stage.type("sho" + Stage.RIGHT + "\r").carriesOut("show(nodes)");
      stage.type("sho\005\r").carriesOut("show(nodes)");
    }
  }

  @Test
  void whatDestroysIsNeverSuggested() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("x.delete()\r").carriesOut("x.delete()");
      stage.type("x.").endsIn("sim js> x.").type(Stage.END + "\r").carriesOut("x.");
    }
  }

  @Test
  void withoutColoursThereIsNoneAndNoSuggestionAndTheMenuWorks() throws Exception {
    chat.highlighting = Optional.of(rules("color red \"const\""));
    chat.completer =
        (text, cursor) ->
            List.of(
                new Candidate(0, "node1", "nodes", "idle", false),
                new Candidate(0, "node2", "nodes", "idle", false));
    var plain = Stage.options(Optional.empty(), false, "xterm-256color");
    try (Stage stage = Stage.open(chat, plain, 80, 24)) {
      stage.type("const a\r").carriesOut("const a").type("con").endsIn("sim js> con");
      stage
          .type("\025node\t")
          .shows("node1 (idle)   node2 (idle)")
          .type("\t\t")
          .shows("sim js> node2");
      assertThat(stage.sent()).doesNotContainPattern("\033\\[[0-9;]*[349][0-7]m");
    }
  }

  @Test
  void languageIsColouredByItsRules() throws Exception {
    chat.highlighting = Optional.of(rules("color red \"const\""));
    try (Stage stage = Stage.open(chat)) {
      stage.type("const a").endsIn("sim js> const a");
      assertThat(stage.sent()).contains("\033[31m");
    }
  }

  @Test
  void brokenRulesAreToldOnceAndLeftOut() throws Exception {
    chat.highlighting = Optional.of(rules("color red \"(\""));
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\r").carriesOut("a").type("b\r").carriesOut("b").type("c").endsIn("sim js> c");
      assertThat(stage.sent()).containsOnlyOnce("Highlighting is left out");
    }
  }

  @Test
  void missingRulesAreToldOnceAndLeftOut() throws Exception {
    chat.highlighting = Optional.of(folder.resolve("none.nanorc"));
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\r").carriesOut("a").type("b\r").carriesOut("b").type("c").endsIn("sim js> c");
      assertThat(stage.sent()).containsOnlyOnce("Highlighting is left out");
    }
  }

  @Test
  void terminalWithoutASizeHasAUsualOne() throws Exception {
    try (Stage stage = Stage.open(chat, Stage.options(Optional.empty()), 0, 0)) {
      stage.type("show(1)").endsIn("sim js> show(1)").type("\r").carriesOut("show(1)");
      assertThat(stage.console.columns()).isEqualTo(80);
      assertThat(stage.console.lines()).isEqualTo(24);
    }
  }

  @Test
  void windowMayChangeWhileALineIsRead() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("x").endsIn("sim js> x");
      stage.resize(30, 10);
      stage.type("y".repeat(30)).endsIn("y".repeat(9)).shows("sim js> x" + "y".repeat(21));
      assertThat(stage.console.columns()).isEqualTo(30);
      stage.type("\r").carriesOut("x" + "y".repeat(30));
    }
  }

  @Test
  void dumbTerminalGetsNothingButLines() throws Exception {
    chat.deed = text -> chat.console.orElseThrow().ask("Sure? ").isPresent();
    var dumb = Stage.options(Optional.empty(), false, "dumb");
    try (Stage stage = Stage.open(chat, dumb, 80, 24)) {
      stage.type("if {\r").type("}\r").carriesOut("if {\n}").endsIn("Sure?").type("y\r");
      stage.type(Stage.CTRL_C).type("b\r").carriesOut("b").endsIn("Sure?").type("\r");
      assertThat(stage.console.live()).isFalse();
      assertThat(stage.sent()).contains("....... ").doesNotContain("\033");
    }
  }

  private Path rules(String rule) throws Exception {
    return Files.writeString(
        folder.resolve("js.nanorc"), "syntax \"JavaScript\" \"\\.js$\"\n" + rule + "\n");
  }
}
