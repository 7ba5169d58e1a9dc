package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The record of a run as a document.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportCommandTest {
  private final QuickWorld world = new QuickWorld(Instant.now());
  private final Simulator simulator =
      Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));

  private Shell shell = Shell.bare();

  @TempDir private Path folder;

  @BeforeAll
  void retireTwo(@TempDir Path state) {
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state.toString()).in(world);
    assertThat(shell.run("retire", "node[27-28]", "--cluster", Shell.CLUSTER, "--yes").exit())
        .isZero();
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  @Test
  void pageIsWrittenBesideTheOneWhoAsksForIt() throws IOException {
    Path file = folder.resolve("rack 4.html");

    Result result = shell.run("report", "last", "-o", file.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("report of r-", file.toString());
    assertThat(Files.readString(file))
        .contains("node27", "node28", "retired")
        .doesNotContain("<script");
  }

  @Test
  void formsAloneGoToStandardOutput() {
    assertThat(shell.run("report", "1", "-o", "md").out())
        .startsWith("<!-- generator: Ebb ")
        .contains("| node27 |", "| retired |");
    JsonNode json = JsonMapper.shared().readTree(shell.run("report", "last", "-o", "json").out());
    assertThat(json.path("generator").asString()).startsWith("Ebb ");
    assertThat(json.path("cover").path("state").asString()).isEqualTo("done");
    assertThat(json.path("nodes").values().stream().map(node -> node.path("outcome").asString()))
        .containsExactly("retired", "retired");
  }

  @Test
  void reportsAreWrittenAnewAndOtherFilesAreNot() throws IOException {
    Path file = folder.resolve("report.md");
    assertThat(shell.run("report", "last", "-o", file.toString()).exit()).isZero();
    assertThat(shell.run("report", "last", "-o", file.toString()).exit()).isZero();

    Files.writeString(file, "# my own notes\n");
    Result refused = shell.run("report", "last", "-o", file.toString());
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("no report: --force writes over it");
    assertThat(Files.readString(file)).isEqualTo("# my own notes\n");

    assertThat(shell.run("report", "last", "-o", file.toString(), "--force").exit()).isZero();
    assertThat(Files.readString(file)).contains("node27");
  }

  @Test
  void nothingBesideTheReportIsTouchedAndWhatIsInTheWayIsTold() throws IOException {
    Path file = folder.resolve("beside.html");
    Path other = Files.writeString(folder.resolve("beside.html.new"), "my own");
    assertThat(shell.run("report", "last", "-o", file.toString()).exit()).isZero();
    assertThat(other).hasContent("my own");

    Path way = Files.createDirectory(folder.resolve("way.html"));
    assertThat(shell.run("report", "last", "-o", way.toString()).err())
        .contains("cannot be written")
        .doesNotContain("no such folder");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(path -> path.getFileName().toString().startsWith("."));
    }
  }

  @Test
  void mistakesAreTold() {
    assertThat(shell.run("report").err()).contains("which run? name it, or last");
    assertThat(shell.run("report", "last", "-o", "x.pdf").err()).contains("NAME.html");
    assertThat(shell.run("report", "last", "-o", "nowhere/x.html").err())
        .contains("no such folder");
    assertThat(shell.run("report", "r-2026-01-01-001").err()).contains("there is no run");
    assertThat(shell.run("report", "x.html").err())
        .contains("is no run but a file: give -o x.html");
    Result opened = shell.run("report", "last", "-o", "md", "--open");
    assertThat(opened.err()).contains("needs a file");
    assertThat(opened.out()).isEmpty();
  }

  @Test
  void pageIsShownByTheBrowserThatWasChosen() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$1\" > " + seen);
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    Path file = folder.resolve("a.html");

    Result result =
        shell
            .set("BROWSER", browser.toString())
            .run("report", "last", "-o", file.toString(), "--open");

    assertThat(result.exit()).isZero();
    Awaitility.await()
        .untilAsserted(() -> assertThat(seen).hasContent(file.toAbsolutePath().toString()));
    assertThat(
            shell
                .set("BROWSER", "/nowhere/browser")
                .run("report", "last", "-o", file.toString(), "--open")
                .err())
        .contains("there is no /nowhere/browser", "copy");
  }

  @Test
  void sessionHasAReportOfItsOwn() throws Exception {
    Path file = folder.resolve("session.html");
    try (Seat seat = Seat.simulated(folder.resolve("state"), "--sim")) {
      seat.say("const cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")");
      seat.say("const password = \"hunter2\"");
      seat.say("cluster.nodez()");
      seat.type("cluster.retire(\"node[27-28]\").apply()").until("to go on: ");
      assertThat(seat.say("2")).contains("2 retired");

      assertThat(seat.say(":report -o " + file)).contains("report of session-");
      assertThat(seat.say(":report last -o md")).contains("| node27 |");
    }
    assertThat(Files.readString(file))
        .contains("Session of", "cluster.retire(", "nodez", "node27", "retired")
        .doesNotContain("hunter2");
  }

  @Test
  void helpSaysWhereTheReportGoes() {
    assertThat(shell.run("report", "--help").out())
        .contains("-o, --output=FILE", "NAME.html", "--open")
        .doesNotContain("Results as table");
    List<String> lines = shell.run("--help").out().lines().toList();
    assertThat(lines).anyMatch(line -> line.strip().startsWith("report "));
  }
}
