package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a script has read from files stays what it was when the script is gone on with.
final class ResumedModulesTest {
  private static final String JAVASCRIPT =
      """
      import {names} from "./lib/names.js"
      const cluster = ehpc.cluster("ehpc-8jqdq0mz")
      const run = cluster.retire(names, {batch: "all"}).apply()
      cluster.queues()
      const late = await import("./late.js").catch(e => ({text: e.message}))
      show([run.retired, late.text])
      """;
  private static final String PYTHON =
      """
      from lib.names import names
      cluster = ehpc.cluster("ehpc-8jqdq0mz")
      run = cluster.retire(names, batch="all").apply()
      cluster.queues()
      import late
      show([run.retired, late.text])
      """;

  private final Rehearsal rehearsal = new Rehearsal();
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void open() throws Exception {
    folder = temporary.toRealPath();
    Files.createDirectory(folder.resolve("lib"));
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyFileThatIsReadIsRecorded(Language language) throws Exception {
    Script script = script(language);
    String ending = language == Language.PYTHON ? ".py" : ".js";
    Path module = folder.resolve("lib/names" + ending);
    Files.writeString(module, export(language) + "names = 'node32'");
    Files.writeString(folder.resolve("late" + ending), export(language) + "text = 'late'");

    assertThat(rehearsal.run(Crash.never(), script, Map.of())).isFalse();
    assertThat(rehearsal.host.shown).containsExactly(List.of(List.of("node32"), "late"));
    List<String> calls =
        rehearsal.called(rehearsal.run().orElseThrow()).stream().map(Entry.Called::call).toList();
    assertThat(calls).contains("file(\"lib/names" + ending + "\")", "file(\"late" + ending + "\")");
  }

  @ParameterizedTest
  @EnumSource
  void scriptThatDiesGoesOnWithTheTextThatItHasRead(Language language) throws Exception {
    Script script = script(language);
    String ending = language == Language.PYTHON ? ".py" : ".js";
    Path module = folder.resolve("lib/names" + ending);
    Files.writeString(module, export(language) + "names = 'node32'");
    Files.writeString(folder.resolve("late" + ending), export(language) + "text = 'late'");
    assertThat(rehearsal.run(Crash.when("before writing Finished", 1), script, Map.of())).isTrue();

    Files.delete(module);
    Files.writeString(folder.resolve("late" + ending), export(language) + "text = 'changed'");
    rehearsal.resume(rehearsal.run().orElseThrow());

    assertThat(rehearsal.host.shown).containsExactly(List.of(List.of("node32"), "late"));
    assertThat(rehearsal.calls).isZero();
    assertThat(rehearsal.deleted()).hasSize(1);
  }

  @Test
  void secretsInFilesAreHiddenInTheRecord() throws Exception {
    Files.writeString(folder.resolve("note.txt"), "the word is opensesame");
    Path file = folder.resolve("main.py");
    Files.writeString(
        file,
        """
        # ---
        # params: {token: {type: secret}}
        # ---
        text = open("note.txt").read()
        ehpc.cluster("ehpc-8jqdq0mz").retire("node32").apply()
        show("opensesame" in text)
        """);

    rehearsal.run(Script.read(file, Language.PYTHON), Map.of("token", "opensesame"));

    assertThat(rehearsal.host.shown).containsExactly(true);
    assertThat(rehearsal.called(rehearsal.run().orElseThrow()))
        .anyMatch(called -> called.answer().contains("the word is ***"))
        .noneMatch(called -> called.answer().contains("opensesame"));
  }

  private static String export(Language language) {
    return language == Language.PYTHON ? "" : "export const ";
  }

  private Script script(Language language) throws Exception {
    boolean python = language == Language.PYTHON;
    Path file = folder.resolve(python ? "main.py" : "main.js");
    Files.writeString(file, python ? PYTHON : JAVASCRIPT);
    return Script.read(file, language);
  }
}
