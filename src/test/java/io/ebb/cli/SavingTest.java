package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is said in a session is saved, loaded, listed and edited; start-up files are said before.
@Timeout(120)
final class SavingTest {
  @TempDir private Path folder;

  private Map<String, String> variables;

  @BeforeEach
  void prepare() {
    variables = new HashMap<>();
    variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
    variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  private Seat sitDown(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "--sim";
    System.arraycopy(words, 0, all, 1, words.length);
    return Seat.simulated(variables, all);
  }

  @Test
  void sessionIsSavedAndDoesTheSameAsAScript() throws Exception {
    Path file = folder.resolve("retire-two.js");
    try (Seat seat = sitDown()) {
      seat.say("const cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")");
      assertThat(seat.say("cluster.nodez()")).contains("nodez");
      seat.say("const idle = cluster.queue(\"vis\").nodes().idle()");
      seat.say("idle");
      seat.say("const plan = cluster.retire(idle.pick(2), {drain: \"5m\", batch: \"all\"})");
      seat.type("plan.apply()").until("to go on: ");
      assertThat(seat.say("2")).contains("2 retired");

      assertThat(seat.say(":save " + file).replaceAll("\\s+", " "))
          .contains(
              "saved " + file + ", with the parameters --cluster --queue --count --drain",
              "try it: ebb run " + file + " --dry-run");
      assertThat(seat.say(":save " + file)).contains("is there already: --force writes over it");
      assertThat(seat.say(":save --force " + file)).contains("saved");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .contains("title: Retire two", "default: ehpc-8jqdq0mz")
        .endsWith(
            """
            const cluster = ehpc.cluster(params.cluster)
            const idle = cluster.queue(params.queue).nodes().idle()
            const plan = cluster.retire(idle.pick(params.count), {drain: params.drain, batch: "all"})
            plan.apply()
            """);
    Shell.Result again = Shell.bare().run("run", file.toString(), "--sim", "--yes", "--count", "1");
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains("node32 retired");
  }

  @Test
  void whatCannotBeSavedSaysWhy() throws Exception {
    try (Seat seat = sitDown()) {
      assertThat(seat.say(":save x.js")).contains("there is nothing to save in JavaScript yet");
      seat.say("share.set(\"count\", 3)");
      seat.say("py taken = share.get(\"count\")");
      assertThat(seat.say(":save x.rb")).contains("name.js for JavaScript");
      assertThat(seat.say(":save x.py")).contains("take what the other language has shared");
      assertThat(seat.say(":save " + folder + "/no/x.js")).contains("there is no such");
      assertThat(seat.say(":save " + folder + "/x.js"))
          .contains("what was said in Python is not in it; x.md would hold both");
      assertThat(seat.say(":save " + folder + "/x.md")).contains("try it: ebb run");
    }
    Path runbook = folder.resolve("x.md");
    assertThat(Files.readString(runbook)).contains("```js\nshare.set(", "```python\n");
    assertThat(Shell.bare().run("run", runbook.toString(), "--sim").exit()).isZero();
  }

  @Test
  void fenceOfARunbookIsLongerThanAnyInItsCode() throws Exception {
    Path file = folder.resolve("fence.md");
    try (Seat seat = sitDown()) {
      seat.say("const marks = \"```\"; show(marks.length)");
      assertThat(seat.say(":save " + file)).contains("saved");
    }
    assertThat(Shell.bare().run("run", file.toString(), "--sim").out()).contains("3");
    assertThat(Files.readString(file)).contains("````js\n");
  }

  @Test
  void runbooksAreRunByAShell() throws Exception {
    try (Seat seat = sitDown()) {
      assertThat(seat.say(":load x.md")).contains("x.md is a runbook", "ebb run x.md");
    }
  }

  @Test
  void scriptIsLoadedWithItsParametersAndTheFilesBesideIt() throws Exception {
    Files.writeString(folder.resolve("twice.py"), "def twice(n):\n    return 2 * n\n");
    Path file = folder.resolve("load.py");
    Files.writeString(
        file,
        """
        # ---
        # params:
        #   count: {type: int, max: 9}
        # ---
        from twice import twice
        wanted = twice(params.count)
        """);
    try (Seat seat = sitDown()) {
      assertThat(seat.say(":load " + file)).contains("--count is missing");
      assertThat(seat.say(":load " + file + " --count 10")).contains("at most 9");
      assertThat(seat.say(":load " + file + " --count=4")).contains("loaded " + file);
      assertThat(seat.say("py [wanted, params.count]")).contains("8", "4");
      assertThat(seat.say(":load " + folder + "/none.js")).contains("there is no such file");
    }
  }

  @Test
  void statementsAreListedAndEditedByTheirNumbers() throws Exception {
    Path editor = folder.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\nsed -i s/1/41/ \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    variables.put("VISUAL", editor.toString());
    try (Seat seat = sitDown()) {
      assertThat(seat.say(":history")).contains("nothing was said yet");
      seat.say("const a = 1");
      seat.say("no.such");
      seat.say("py b = 2");
      assertThat(seat.say(":history"))
          .contains("1  js        const a = 1", "2  js      ✗ no.such", "3  python    b = 2");
      assertThat(seat.say(":history /const|=/"))
          .contains("const a", "b = 2")
          .doesNotContain("no.such");
      assertThat(seat.say(":history 1")).contains("b = 2").doesNotContain("const a");
      assertThat(seat.say(":edit 7")).contains("there is no statement 7");
      assertThat(seat.say(":edit 1")).contains("const a = 41");
      assertThat(seat.say("a")).contains("41");
      assertThat(seat.say(":edit 3")).contains("nothing was changed");
    }
  }

  @Test
  void startUpFilesAreSaidBeforeAnythingElse() throws Exception {
    Path init = startUp("init.js", "function twice(n) { return 2 * n }\n");
    startUp("init.py", "x = )\n");
    try (Seat seat = sitDown()) {
      assertThat(seat.say("twice(21)")).contains("42");
      assertThat(seat.say("py 6 * 7")).contains("init.py:1", "SyntaxError", "42");
      assertThat(seat.say("py 6 * 8")).contains("48").doesNotContain("init.py");
      seat.say(":reset");
      assertThat(seat.say("twice(4)")).contains("8");
      assertThat(seat.say(":history")).doesNotContain("function");
      seat.say(":save " + folder + "/x.js");
    }
    assertThat(Files.readString(folder.resolve("x.js")))
        .contains(Files.readString(init), "show(twice(4))");
    try (Seat seat = sitDown("--no-init")) {
      assertThat(seat.say("twice(21)")).contains("twice is not defined");
    }
  }

  @Test
  void startUpFilesThatCameWithEbbWork() throws Exception {
    startUp("init.js", Files.readString(Path.of("repl/init.js")));
    startUp("init.py", Files.readString(Path.of("repl/init.py")));
    try (Seat seat = sitDown()) {
      seat.say("const cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")");
      assertThat(seat.say("byQueue(cluster)")).contains("WHICH", "node[25,");
      assertThat(seat.say("spare(cluster.queue(\"vis\"), 1).length")).containsPattern("\\d");
      seat.say("py cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")");
      assertThat(seat.say("py by_queue(cluster)")).contains("WHICH", "node[25,");
      assertThat(seat.say("py len(spare(cluster.queue(\"vis\"), 1))")).containsPattern("\\d");
    }
  }

  private Path startUp(String name, String text) throws IOException {
    Path repl = Files.createDirectories(folder.resolve("config/ebb/repl"));
    return Files.writeString(repl.resolve(name), text);
  }
}
