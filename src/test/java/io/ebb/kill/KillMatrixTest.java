package io.ebb.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real `ebb`, killed with SIGKILL before and after its journal writes and HTTP exchanges, and
/// resumed: every node is deleted exactly once, every order carried out exactly once, and nothing
/// else happens.
///
/// By default at some points spread over all. `-Debb.kill=all` takes every point of all ways,
/// `-Debb.kill=python:all` those of one, `-Debb.kill=apply:50` so many of them,
/// `-Debb.kill=orders:sendings` those around what is sent, and
/// `-Debb.kill=apply:http-after-17,journal-before-3` is one process killed at the one point, and
/// its successor at the other.
@EnabledOnOs(OS.LINUX)
final class KillMatrixTest {
  private static final String ALL = "all";
  private static final String SENDINGS = "sendings";

  /// What is tried of each way by default; every point of a command in real time would take hours.
  private static final Map<Way, String> USUAL =
      Map.of(
          Way.APPLY, "9",
          Way.JAVASCRIPT, "4",
          Way.PYTHON, "2",
          Way.RUNBOOK, "5",
          Way.ORDERS, SENDINGS,
          Way.COMMAND, "http-after-6 http-before-9,http-after-3");

  private final String wanted = System.getProperty("ebb.kill", "");

  @TempDir private Path folder;

  @Test
  void killedProcessesAreResumedAndNothingHappensTwice() throws Exception {
    Tally tally = new Tally();
    Jvm jvm = new Jvm(folder, wanted.endsWith(ALL)); // else a cache is not worth its making
    try (ExecutorService waiting = Executors.newCachedThreadPool();
        ExecutorService working = Executors.newFixedThreadPool(2)) {
      List<Future<List<Attempt>>> chosen = new ArrayList<>();
      for (Way way : Way.values()) {
        chosen.add(working.submit(() -> attempts(jvm, way, tally)));
      }
      List<Future<Finding>> findings = new ArrayList<>();
      for (Future<List<Attempt>> attempts : chosen) {
        for (Attempt attempt : attempts.get()) {
          ExecutorService threads = attempt.way().real() ? waiting : working;
          findings.add(threads.submit(() -> Trial.of(jvm, attempt, newFolder())));
        }
      }
      for (Future<Finding> finding : findings) {
        tally.add(finding.get());
      }
    }
    System.out.println(tally);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.kills()).isGreaterThanOrEqualTo(wanted.isEmpty() ? 20 : 1);
  }

  private List<Attempt> attempts(Jvm jvm, Way way, Tally tally) throws Exception {
    String points = points(way);
    if (points.isEmpty()) {
      return List.of();
    }
    if (points.contains("-")) {
      return Arrays.stream(points.split(" ", -1)).map(ends -> Attempt.parse(way, ends)).toList();
    }
    Finding whole = Trial.of(jvm, new Attempt(way, List.of()), newFolder());
    tally.add(whole);
    Matrix matrix = new Matrix(way, whole.first());
    return switch (points) {
      case ALL -> matrix.all();
      case SENDINGS -> matrix.sendings();
      default -> matrix.spread(Integer.parseInt(points));
    };
  }

  /// Which points of this way are wanted; empty for none.
  private String points(Way way) {
    String prefix = way.label() + ":";
    if (wanted.startsWith(prefix)) {
      return wanted.substring(prefix.length());
    }
    return switch (wanted) {
      case "" -> USUAL.getOrDefault(way, "");
      case ALL -> way.real() ? USUAL.getOrDefault(way, "") : ALL;
      default -> "";
    };
  }

  private Path newFolder() throws Exception {
    return Files.createTempDirectory(folder, "trial");
  }
}
