package io.ebb.cli;

import static io.ebb.cli.FakeCheckout.variables;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ebb.cli.FakeCheckout.Result;
import io.ebb.cli.FakeCheckout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  @TempDir Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void fakeTheCheckout() throws IOException {
    checkout = new FakeCheckout(folder);
  }

  /// What the launcher began in the background still writes below the folder.
  @AfterEach
  void backgroundWorkEnds() {
    await()
        .atMost(20, SECONDS)
        .until(() -> ProcessHandle.allProcesses().noneMatch(this::isOfThisCheckout));
  }

  private boolean isOfThisCheckout(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }

  @Nested
  final class Jdk {
    @Test
    void ebbsOwnVariableWins() throws Exception {
      Path own = checkout.jdk("own", "25.0.3");
      Path general = checkout.jdk("general", "26");
      Result result = checkout.run(variables("EBB_JAVA_HOME", own, "JAVA_HOME", general));
      assertThat(result.lines()).contains(own + "/bin/java");
    }

    @Test
    void olderJavaHomeIsPassedOverForThePath() throws Exception {
      Path old = checkout.jdk("old", "17.0.15");
      Path onPath = checkout.jdk("on path", "25-ea");
      checkout.putOnPath(onPath);
      Result result = checkout.run(variables("JAVA_HOME", old));
      assertThat(result.lines()).contains(onPath.toRealPath() + "/bin/java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"places/jdk", "home/.sdkman/candidates/java/25.0.3-tem"})
    void jdkIsFoundInItsUsualPlaces(String place) throws Exception {
      checkout.putOnPath(checkout.jdk("old", "1.8.0_452"));
      Path jdk = checkout.jdk(place, "25.0.3");
      assertThat(checkout.run(Map.of()).lines()).contains(jdk + "/bin/java");
    }

    @Test
    void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
      checkout.jdk("places/jdk", "24.0.2");
      Result result = checkout.run(Map.of());
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .startsWith("ebb: no JDK 25 or newer found: install one")
          .hasLineCount(1);
      assertThat(result.out()).isEmpty();
    }

    @Test
    void wrongChoiceIsNotReplacedInSilence() throws Exception {
      checkout.jdk("places/jdk", "25");
      Result result = checkout.run(variables("EBB_JAVA_HOME", checkout.jdk("old", "21")));
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains("old is not a JDK 25 or newer").hasLineCount(1);
    }
  }

  @Nested
  final class Passing {
    @BeforeEach
    void install() throws IOException {
      checkout.jdk("places/jdk", "25.0.3");
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
      String[] arguments = {"run", "a b.js", "", "节点[1-3]", "--x=*", "$HOME", "\"q'"};
      assertThat(checkout.run(Map.of(), arguments).lines()).endsWith(arguments);
    }

    @Test
    void classPathIsTheJarsInAFixedOrder() throws Exception {
      assertThat(checkout.run(Map.of()).lines())
          .containsSequence(
              "-cp",
              "%1$s/ebb-1.jar:%1$s/lib/a.jar:%1$s/lib/b.jar"
                  .formatted(checkout.target().toRealPath()),
              "io.ebb.cli.Main");
    }

    @Test
    void exitCodeIsPassedOn() throws Exception {
      assertThat(checkout.run(variables("FAKE_EXIT", 7)).exit()).isEqualTo(7);
    }

    @Test
    void launcherBecomesTheProcessItStarts() throws Exception {
      Result result = checkout.run(Map.of());
      assertThat(result.lines()).first().isEqualTo(String.valueOf(result.pid()));
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void signalReachesTheProcess(String signal, int exit) throws Exception {
      Path ready = folder.resolve("ready");
      Running running =
          checkout.start(
              variables("FAKE_JAVA_WAITS", ready),
              // Whoever runs the tests in the background has them ignore SIGINT.
              List.of("/usr/bin/env", "--default-signal=INT", checkout.launcher().toString()));
      await().until(() -> Files.exists(ready));
      new ProcessBuilder("kill", "-" + signal, "" + running.process().pid()).start().waitFor();
      Result result = running.end();
      assertThat(result.exit()).isEqualTo(exit);
      assertThat(result.lines()).containsExactly(signal);
    }

    @Test
    void launcherWorksThroughSymbolicLinks() throws Exception {
      Path first = Files.createSymbolicLink(folder.resolve("ebb"), checkout.launcher());
      Path bin = Files.createDirectory(folder.resolve("bin"));
      Path second = Files.createSymbolicLink(bin.resolve("ebb"), Path.of("../ebb"));
      assertThat(first).exists();
      Result result = checkout.start(Map.of(), List.of(second.toString(), "x")).end();
      assertThat(result.lines()).endsWith("io.ebb.cli.Main", "x");
    }
  }

  @Nested
  final class Building {
    @BeforeEach
    void install() throws IOException {
      checkout.jdk("places/jdk", "25.0.3");
    }

    @Test
    void firstUseBuildsAndTheNextDoesNot() throws Exception {
      assertThat(checkout.run(Map.of()).err()).matches("ebb: building ...\nebb: built in \\d+ s\n");
      assertThat(checkout.run(Map.of()).err()).isEmpty();
      assertThat(checkout.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/A.java", "src/main/new.properties"})
    void newerSourceIsBuilt(String source) throws Exception {
      checkout.run(Map.of());
      Path file = checkout.root.resolve(source);
      FakeCheckout.write(file, "changed");
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
      checkout.run(Map.of());
      assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void removedSourceIsNoticed() throws Exception {
      checkout.run(Map.of());
      Files.delete(checkout.root.resolve("src/main/A.java"));
      checkout.run(Map.of());
      assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void runningEbbKeepsItsJar() throws Exception {
      checkout.run(Map.of());
      Object before = Files.getAttribute(checkout.target().resolve("ebb-1.jar"), "unix:ino");
      Path kept = Files.createLink(folder.resolve("kept"), checkout.target().resolve("ebb-1.jar"));
      Files.delete(checkout.target().resolve("ebb.stamp"));
      checkout.run(Map.of());
      assertThat(Files.getAttribute(checkout.target().resolve("ebb-1.jar"), "unix:ino"))
          .isNotEqualTo(before);
      assertThat(kept).exists();
    }

    @Test
    void failedBuildIsShownAndTriedAgain() throws Exception {
      Result result = checkout.run(variables("FAKE_BUILD_FAILS", 1));
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err())
          .contains("line 7: no such symbol", "ebb: the build failed; its whole output is in ");
      assertThat(result.out()).isEmpty();
      assertThat(checkout.run(Map.of()).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "perl"})
    void twoFirstUsesAtOnceBuildOnce(String locker) throws Exception {
      assumeTrue(checkout.link(locker), locker + " is not installed");
      List<String> command = List.of(checkout.launcher().toString(), "x");
      Map<String, String> slowly = variables("FAKE_BUILD_WAITS", 1);
      Running first = checkout.start(slowly, command);
      await().until(() -> checkout.builds() == 1);
      Running second = checkout.start(slowly, command);
      await().until(() -> second.errors().contains("waiting for another build"));
      FakeCheckout.write(checkout.root.resolve("go"), "");
      assertThat(first.end().lines()).endsWith("io.ebb.cli.Main", "x");
      assertThat(second.end().lines()).endsWith("io.ebb.cli.Main", "x");
      assertThat(checkout.builds()).isEqualTo(1);
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void interruptedBuildLeavesNothingHalfDone() throws Exception {
      Running running =
          checkout.start(
              variables("FAKE_BUILD_WAITS", 1),
              List.of("/usr/bin/env", "--default-signal=INT", checkout.launcher().toString()));
      await().until(() -> checkout.builds() == 1);
      new ProcessBuilder("kill", "-INT", "" + running.process().pid()).start().waitFor();
      assertThat(running.end().exit()).isEqualTo(130);
      assertThat(checkout.run(Map.of()).exit()).isZero();
      assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void readOnlyCheckoutThatIsBuiltStillRuns() throws Exception {
      checkout.run(Map.of());
      assumeTrue(checkout.target().toFile().setWritable(false));
      assumeFalse(Files.isWritable(checkout.target()), "root writes everywhere");
      Result result = checkout.run(variables("EBB_NO_CACHE", ""));
      assertThat(result.exit()).isZero();
      assertThat(result.err()).isEmpty();
    }
  }

  @Nested
  final class Cache {
    private static final Map<String, String> CACHED = Map.of("EBB_NO_CACHE", "");

    @BeforeEach
    void install() throws IOException {
      checkout.jdk("places/jdk", "25.0.3");
      checkout.link("flock");
      checkout.link("perl");
    }

    @Test
    void firstUseTrainsInTheBackgroundAndTheNextUsesIt() throws Exception {
      assertThat(checkout.run(CACHED, "nodes").out()).doesNotContain("AOTCache");
      Path cache = trained(1).getFirst();
      assertThat(checkout.run(CACHED, "nodes").out())
          .contains("-XX:AOTCache=" + cache.toRealPath());
    }

    @ParameterizedTest
    @CsvSource({
      "run a.js, js",
      "run a.py, python",
      "run book.md, js",
      "run - --lang py, python",
      "run - --lang=python, python",
      "nodes --cluster ehpc-1, plain",
    })
    void eachLanguageHasItsOwn(String arguments, String kind) throws Exception {
      checkout.run(CACHED, arguments.split(" "));
      assertThat(trained(1).getFirst().getFileName().toString()).startsWith(kind + "-");
    }

    @Test
    void scriptFromStandardInputUsesJavaScripts() throws Exception {
      checkout.run(CACHED);
      assertThat(trained(1).getFirst().getFileName().toString()).startsWith("js-");
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @ValueSource(strings = {"", "--sim", "--profile prod"})
    void sessionHasOneOfItsOwn(String arguments) throws Exception {
      checkout.link("script");
      String command = "'%s' %s".formatted(checkout.launcher(), arguments);
      String terminal = "/usr/bin/script"; // of the package that no Linux is without, util-linux
      checkout.start(CACHED, List.of(terminal, "-qec", command, "/dev/null")).end();
      assertThat(trained(1).getFirst().getFileName().toString()).startsWith("session-");
    }

    @Test
    void cacheOfAnOlderBuildIsIgnoredAndReplaced() throws Exception {
      checkout.run(CACHED, "nodes");
      Path old = trained(1).getFirst();
      Files.delete(checkout.target().resolve("ebb.stamp"));
      assertThat(checkout.run(CACHED, "nodes").out()).doesNotContain("AOTCache");
      assertThat(trained(1)).doesNotContain(old);
    }

    @Test
    void cacheOfAnotherJdkIsIgnored() throws Exception {
      checkout.run(CACHED, "nodes");
      trained(1);
      Path other = checkout.jdk("other", "25.0.4");
      assertThat(checkout.run(variables("EBB_NO_CACHE", "", "EBB_JAVA_HOME", other), "nodes").out())
          .doesNotContain("AOTCache");
      trained(2);
    }

    @Test
    void cacheOlderThanTheJarIsIgnored() throws Exception {
      checkout.run(CACHED, "nodes");
      FileTime before = FileTime.from(Instant.now().minusSeconds(60));
      Files.setLastModifiedTime(trained(1).getFirst(), before);
      assertThat(checkout.run(CACHED, "nodes").out()).doesNotContain("AOTCache");
    }

    @Test
    void cacheCanBeTurnedOff() throws Exception {
      checkout.run(Map.of("EBB_NO_CACHE", "1"), "nodes");
      assertThat(checkout.target().resolve("cache")).doesNotExist();
    }

    @Test
    void realJvmSaysNothingAboutACacheThatDoesNotFit() throws Exception {
      checkout.run(CACHED, "nodes");
      Path junk = trained(1).getFirst();
      Path jdk = Path.of(System.getProperty("java.home"));
      FakeCheckout.forward(folder.resolve("places/jdk/bin/java"), jdk.resolve("bin/java"));
      FakeCheckout.write(junk, "no cache at all");
      Result result = checkout.run(CACHED, "nodes");
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains("Could not find or load main class io.ebb.cli.Main")
          .doesNotContainIgnoringCase("aot")
          .doesNotContainIgnoringCase("cache");
    }

    private List<Path> trained(int count) {
      return await().atMost(20, SECONDS).until(checkout::caches, caches -> caches.size() == count);
    }
  }
}
