package io.ebb.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditorTest {
  private static final String CTRL_X_CTRL_E = "\030\005";

  private final Chat chat = new Chat();
  @TempDir private Path folder;

  @Test
  void lineIsEditedElsewhereAndPutBack() throws Exception {
    try (Stage stage =
        open("ls -l \"$1\" >" + seen() + "; echo \"$1\" >>" + seen() + "; sed -i s/b/c/")) {
      stage.type("a b" + CTRL_X_CTRL_E).endsIn("sim js> a c").type("\r").carriesOut("a c");
    }
    assertThat(seen()).content().startsWith("-rw-------");
    assertThat(Path.of(Files.readAllLines(seen()).getLast())).doesNotExist();
  }

  @Test
  void whatIsPrintedMeanwhileComesAfterwards() throws Exception {
    Path go = folder.resolve("go");
    try (Stage stage =
        open("touch " + seen() + "; while [ ! -e " + go + " ]; do sleep 0.01; done; true")) {
      stage.type("a" + CTRL_X_CTRL_E);
      await().until(() -> Files.exists(seen()));
      stage.console.output().println("a job is done");
      assertThat(stage.lines()).doesNotContain("a job is done");
      Files.createFile(go);
      stage.shows("a job is done").endsIn("sim js> a");
    }
  }

  @Test
  void editorThatFailsLeavesTheLineAndIsTold() throws Exception {
    try (Stage stage = open("false")) {
      stage.type("a" + CTRL_X_CTRL_E + "b\r").carriesOut("ab").type("c").endsIn("sim js> c");
      assertThat(stage.sent()).containsOnlyOnce("The editor `false` failed (exit code 1)");
    }
  }

  @Test
  void commandHasATextEdited() throws Exception {
    chat.deed = text -> chat.carriedOut.add(console().edit("x\n", ".js").orElse("failed"));
    try (Stage stage = open("sed -i s/x/y/")) {
      stage.type("edit\r").carriesOut("edit").carriesOut("y\n");
    }
  }

  @Test
  void withoutAnEditorOneOfOurOwnIsUsed() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("ab" + CTRL_X_CTRL_E).shows("ab").press("c\030y\r").endsIn("sim js> cab");
    }
  }

  private Console console() {
    return chat.console.orElseThrow();
  }

  private Path seen() {
    return folder.resolve("seen");
  }

  private Stage open(String editor) {
    var options =
        new ConsoleOptions(
            Optional.empty(),
            true,
            "xterm-256color",
            Optional.of(editor),
            Optional.empty(),
            Optional.empty());
    return Stage.open(chat, options, 80, 24);
  }
}
