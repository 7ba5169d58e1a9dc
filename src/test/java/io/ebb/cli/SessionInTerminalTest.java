package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sessions in real terminals, as somebody has them who sits there and types.
@Timeout(180)
final class SessionInTerminalTest {
  private static final String JS = "sim js>";

  @TempDir private Path folder;

  @BeforeEach
  void needsTmux() {
    assumeTrue(Pane.available(), "there is no tmux");
  }

  private Pane open(int columns, Map<String, String> variables, String... words)
      throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("TERM", "xterm-256color");
    environment.putAll(variables);
    environment.put("HOME", folder.toString());
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("EBB_TTY", "012");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dpolyglot.engine.WarnInterpreterOnly=false");
    command.add("-Dorg.jline.terminal.graphemeCluster=false");
    command.add("-Debb.repl=" + Path.of("repl").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return Pane.open(folder, columns, 40, environment, command);
  }

  private Pane simulated(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("--sim"));
    all.addAll(List.of(words));
    return open(100, Map.of(), all.toArray(String[]::new));
  }

  /// From an empty start to nodes that are gone, by completion and help alone; what worked is
  /// saved, and run again as a script it comes to the same.
  @Test
  void routineIsComposedCarriedOutSavedAndRunAgain() throws Exception {
    Path script = folder.resolve("routine.js");
    try (Pane pane = simulated()) {
      pane.isAt(JS);
      pane.enter("ehpc?").shows("cluster()").isAt("sim js>");
      pane.type("const cluster = ehpc.cl")
          .press("Tab")
          .isAt("sim js> const cluster = ehpc.cluster");
      pane.type("(\"eh").insists("Tab", Shell.CLUSTER).type(")").press("Enter");
      pane.isAt("sim js>");
      pane.enter("cluster.retier(\"node30\")").shows("did you mean retire?").isAt("sim js>");
      pane.enter("const plan = cluster.retire(\"node[27-28]\")").isAt("sim js>");
      pane.enter("plan.apply()").shows("node[27-28]? type 2 to go on:");
      pane.enter("no").shows("nothing was").isAt("sim js>");
      pane.enter("plan.apply()").shows("type 2 to go on:", 2);
      pane.enter("2").shows("2 retired").isAt("sim js>");
      pane.enter(":save " + script).shows("ebb run").isAt("sim js>");
      pane.press("C-d");
      assertThat(pane.exit()).isZero();
    }
    assertThat(Files.readString(script)).contains("params.cluster", "plan.apply()");
    Shell.Result again = Shell.bare().run("run", script.toString(), "--sim", "--yes");

    assertThat(again.err() + again.out()).contains("2 retired");
    assertThat(again.exit()).isZero();
  }

  @Test
  void linesAreContinuedAndPastedAsOneStatement() throws Exception {
    try (Pane pane = simulated()) {
      pane.isAt(JS).enter("function twice(n) {").enter("return 2 * n").enter("}").isAt(JS);
      pane.enter("`a").enter("中` + twice(4)").shows("中8").isAt(JS);
      pane.paste("[1,\n 2,\n 3].map(twice)").press("Enter").shows("6").isAt(JS);
      pane.enter(":py").isAt("sim py>");
      pane.enter("def thrice(n):").enter("    return 3 * n").enter("").isAt("sim py>");
      pane.enter("thrice(7)").shows("21").isAt("sim py>");
      pane.press("Up", "Up").shows("return 3 * n", 2);
    }
  }

  @Test
  void interruptEndsWhatGoesOnAndNotTheSession() throws Exception {
    try (Pane pane = simulated()) {
      pane.isAt(JS).type("half of a").press("C-c").isAt(JS);
      pane.enter("let kept = 7").isAt(JS);
      pane.enter("for (;;) {}").press("C-c").shows("interrupted").isAt(JS);
      pane.enter("sleep('9h')")
          .shows("waiting until")
          .press("C-c")
          .shows("interrupted", 2)
          .isAt(JS);
      pane.enter("py while True:").enter("  try: sleep('9h')");
      pane.enter("except BaseException: pass").enter("").enter("").shows("waiting until", 2);
      pane.press("C-c").shows("interrupted", 3).isAt(JS);
      pane.enter("kept * 6").shows("42").isAt(JS);
    }
  }

  @Test
  void historyIsThereInTheNextSessionAndForNobodyElse() throws Exception {
    try (Pane pane = simulated()) {
      pane.isAt(JS).enter("6 * 7").shows("42").isAt(JS);
      pane.enter("const password = 'hunter2'").isAt(JS).press("C-d");
      assertThat(pane.exit()).isZero();
    }
    Path file = folder.resolve("state/ebb/history");
    assertThat(file).content().contains("6 * 7").doesNotContain("hunter2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Pane pane = simulated()) {
      pane.isAt(JS).press("Up").isAt(JS + " 6 * 7");
      pane.press("C-c").isAt(JS).press("C-r").type("* 7").shows("search").press("Enter");
      pane.shows("42");
    }
  }

  @Test
  void workBehindGoesOnWhileTypingAndIsAskedAboutOnLeaving() throws Exception {
    try (Pane pane = simulated()) {
      pane.isAt(JS).enter("cluster = ehpc.cluster('" + Shell.CLUSTER + "')").isAt(JS);
      pane.enter(":bg cluster.retire('node30').apply()").shows("type 1 to go on:");
      pane.enter("1").isAt(JS);
      pane.enter(":jobs").shows("node30").isAt(JS);
      pane.shows("1 retired").isAt(JS);
    }
  }

  @Test
  void narrowDumbAndColourlessTerminalsWork() throws Exception {
    try (Pane pane = open(40, Map.of("TERM", "dumb"), "--sim")) {
      pane.shows(JS).enter("6 * 7").shows("42");
      assertThat(pane.colours()).doesNotContain("\033[");
    }
    try (Pane pane = open(40, Map.of("NO_COLOR", "1"), "--sim")) {
      pane.isAt(JS).enter("ehpc.clusters()").shows(Shell.CLUSTER).isAt(JS);
      pane.resize(80, 20).enter("6 * 7").shows("42").isAt(JS);
      assertThat(pane.colours()).doesNotContain("\033[3");
    }
  }
}
