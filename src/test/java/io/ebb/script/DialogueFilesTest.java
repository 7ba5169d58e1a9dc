package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that are loaded into a dialogue, and the files beside them.
final class DialogueFilesTest {

  private static Script file(Path folder, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Script.read(file, Language.ofFile(name).orElseThrow());
  }

  @Test
  void loadedJavaScriptImportsWhatLiesBesideItAndLeavesItsNames(@TempDir Path folder)
      throws IOException {
    try (Talk talk = new Talk()) {
      Script _ = file(folder, "lib.js", "export const two = 2; export default () => 5");
      Script main =
          file(
              folder,
              "main.js",
              "import five, {two as zwei} from './lib.js'\nconst four = zwei * 2\nmissing");

      ScriptException e =
          catchThrowableOfType(ScriptException.class, () -> talk.dialogue.load(main, Map.of()));
      assertThat(e.location()).isEqualTo(folder.resolve("main.js") + ":3:1");

      assertThat(talk.js("four + zwei + five()")).isEqualTo("11");
    }
  }

  @Test
  void loadedPythonImportsWhatLiesBesideIt(@TempDir Path folder) throws IOException {
    try (Talk talk = new Talk()) {
      Script _ = file(folder, "lib.py", "two = 2\n");
      Script main = file(folder, "main.py", "import lib\nfour = lib.two * 2\n");
      assertThat(talk.dialogue.load(main, Map.of()).silent()).isTrue();
      assertThat(talk.py("four + lib.two")).isEqualTo("6");
    }
  }

  @Test
  void parametersAreThoseOfWhatWasLoadedLast(@TempDir Path folder) throws IOException {
    try (Talk talk = new Talk()) {
      String head = "// ---\n// params:\n//   count: {type: int, default: 1}\n// ---\n";
      Said _ = talk.dialogue.load(file(folder, "a.js", head + "0"), Map.of("count", 3L));
      assertThat(talk.js("params.count")).isEqualTo("3");
      Said _ = talk.dialogue.load(file(folder, "b.js", head + "0"), Map.of("count", 4L));
      assertThat(talk.js("params.count")).isEqualTo("4");

      String python = head.replace("//", "#");
      Said _ = talk.dialogue.load(file(folder, "a.py", python + "0\n"), Map.of("count", 5L));
      assertThat(talk.py("params.count")).isEqualTo("5");
      assertThat(talk.js("params.count")).isEqualTo("4");
    }
  }

  @Test
  void fileIsReadAsItIsWhenTheStatementIsSaid(@TempDir Path folder) throws IOException {
    try (Talk talk = new Talk()) {
      Path data = Files.writeString(folder.resolve("data.txt"), "one");
      Script main =
          file(folder, "main.py", "def read(): return open('/script/loaded-1/data.txt').read()\n");
      Said _ = talk.dialogue.load(main, Map.of());
      assertThat(talk.py("read()")).isEqualTo("'one'");
      Files.writeString(data, "two");
      assertThat(talk.py("read()")).isEqualTo("'two'");
    }
  }

  @Test
  void errorInAFunctionOfAnEarlierStatementIsShownThere() {
    try (Talk talk = new Talk()) {
      talk.js("class A {}; function f() {\n  missing }");
      ScriptException js = talk.errorOf(JAVASCRIPT, "f()");
      assertThat(js.location()).isEqualTo("js[1]:2:3");
      assertThat(js.sourceLine()).isEqualTo("  missing }");
      ScriptException late = talk.errorOf(JAVASCRIPT, "class B {}; missing");
      assertThat(late.location()).isEqualTo("js[3]:1:13");
      ScriptException object = talk.errorOf(JAVASCRIPT, "{a: missing}");
      assertThat(object.location()).isEqualTo("js[4]:1:5");

      talk.py("def f():\n  return missing\n");
      ScriptException py = talk.errorOf(PYTHON, "f()");
      assertThat(py.location()).isEqualTo("py[5]:2:10");
      assertThat(py.sourceLine()).isEqualTo("  return missing");
    }
  }
}
