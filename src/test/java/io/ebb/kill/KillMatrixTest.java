package io.ebb.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
/// resumed: every node is deleted exactly once, and nothing else happens.
///
/// By default at some points spread over all. `-Debb.kill=all` takes every point of all ways,
/// `-Debb.kill=python:all` those of one, and `-Debb.kill=apply:http-after-17,journal-before-3` is
/// one process killed at the one point, and its successor at the other.
@EnabledOnOs(OS.LINUX)
final class KillMatrixTest {
  private static final Map<Way, Integer> SPREAD =
      Map.of(Way.APPLY, 10, Way.JAVASCRIPT, 8, Way.PYTHON, 3);

  private static final String ALL = "all";

  private final String wanted = System.getProperty("ebb.kill", "");

  @TempDir private Path folder;

  @Test
  void killedProcessesAreResumedAndNothingHappensTwice() throws Exception {
    Tally tally = new Tally();
    Jvm jvm = new Jvm(folder, wanted.endsWith(ALL));
    try (ExecutorService pairs = Executors.newFixedThreadPool(2)) {
      List<Future<Finding>> findings = new ArrayList<>();
      for (Attempt attempt : attempts(jvm, tally)) {
        findings.add(pairs.submit(() -> Trial.of(jvm, attempt, newFolder())));
      }
      for (Future<Finding> finding : findings) {
        tally.add(finding.get());
      }
    }
    System.out.println(tally);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.kills()).isGreaterThanOrEqualTo(wanted.contains("-") ? 1 : 20);
  }

  private List<Attempt> attempts(Jvm jvm, Tally tally) throws Exception {
    if (wanted.contains("-")) {
      return List.of(Attempt.parse(wanted));
    }
    List<Attempt> attempts = new ArrayList<>();
    for (Way way : Way.values()) {
      if (wanted.isEmpty() || wanted.equals(ALL) || wanted.startsWith(way.label())) {
        Finding whole = Trial.of(jvm, new Attempt(way, List.of()), newFolder());
        tally.add(whole);
        Matrix matrix = new Matrix(way, whole.first());
        attempts.addAll(wanted.isEmpty() ? matrix.spread(SPREAD.get(way)) : matrix.all());
      }
    }
    return attempts;
  }

  private Path newFolder() throws Exception {
    return Files.createTempDirectory(folder, "trial");
  }
}
