package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditorCommandTest {
  private static final String[] FILES = {
    "ehpc.d.ts",
    "jsconfig.json",
    "typings/ehpc.pyi",
    "typings/__builtins__.pyi",
    "pyrightconfig.json"
  };

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void filesAreWrittenAndTold() {
    Shell.Result result = editor();
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines()).hasSize(FILES.length);
    for (String file : FILES) {
      assertThat(result.out()).contains(file);
      assertThat(folder.resolve(file)).exists();
    }
  }

  @Test
  void itsOwnFilesAreWrittenAnew() throws IOException {
    editor();
    Path stub = folder.resolve("ehpc.d.ts");
    Files.writeString(stub, Files.readString(stub) + "// stale\n");

    assertThat(editor().exit()).isZero();
    assertThat(stub).content().doesNotContain("stale");
  }

  @Test
  void fileOfSomebodyElseIsKeptUnlessForced() throws IOException {
    Path settings = Files.writeString(folder.resolve("jsconfig.json"), "{}");

    Shell.Result refused = editor();
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("nothing was written", "jsconfig.json", "--force");
    assertThat(settings).hasContent("{}");
    assertThat(folder.resolve("ehpc.d.ts")).doesNotExist();

    assertThat(editor("--force").exit()).isZero();
    assertThat(settings).content().contains("checkJs");
  }

  @Test
  void whatIsNoTextAndWhatIsNoFileIsSomebodyElses() throws IOException {
    Files.write(folder.resolve("jsconfig.json"), new byte[] {-1, -2});
    Files.createDirectory(folder.resolve("ehpc.d.ts"));

    assertThat(editor().err()).contains("jsconfig.json", "ehpc.d.ts", "--force");
    Shell.Result forced = editor("--force");
    assertThat(forced.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(forced.err()).contains("cannot write", "ehpc.d.ts");
  }

  @Test
  void parametersOfRunbooksAreKnownToo() throws IOException {
    Files.writeString(
        folder.resolve("a.md"), "---\nparams: {rack-row: {type: int}}\n---\n```js\n1\n```\n");
    Files.writeString(folder.resolve("README.md"), "# No runbook\n");

    assertThat(editor().err()).isEmpty();
    assertThat(folder.resolve("ehpc.d.ts")).content().contains("rackRow");
  }

  @Test
  void parametersAreThoseOfTheHeads() throws IOException {
    head("a.js", "//", "min-age: {type: duration, help: how old}", "n: {type: int}");
    head("b.py", "#", "n: {type: string}");
    editor();

    assertThat(folder.resolve("ehpc.d.ts"))
        .content()
        .contains("/** `duration`: how old */\n    minAge: string;", "n: any;");
    assertThat(folder.resolve("typings/ehpc.pyi")).content().contains("min_age: str", "n: Any");
  }

  @Test
  void scriptWithAWrongHeadIsLeftOutWithAWarning() throws IOException {
    head("a.js", "//", "n: {type: bread}");
    Shell.Result result = editor();
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("warning: ", "a.js is left out");
  }

  @Test
  void folderMustBeThere() {
    Shell.Result result = Shell.bare().run("editor", folder.resolve("nowhere").toString());
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("there is no folder");
  }

  private Shell.Result editor(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "editor";
    words[1] = folder.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return Shell.bare().run(words);
  }

  private void head(String file, String comment, String... parameters) throws IOException {
    StringBuilder head = new StringBuilder("---\nparams:\n");
    for (String parameter : parameters) {
      head.append("  ").append(parameter).append('\n');
    }
    Files.writeString(
        folder.resolve(file),
        head.append("---\n").toString().replaceAll("(?m)^(?=.)", comment + " "));
  }
}
