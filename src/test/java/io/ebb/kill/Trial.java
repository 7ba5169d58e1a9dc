package io.ebb.kill;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.cli.Killed;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import io.ebb.run.Truth;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.sim.Call;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One retire in a world of its own, by processes that are killed one after the other until one is
/// left alone.
final class Trial implements AutoCloseable {
  /// What each exchange takes: times in the journal and in the service's log differ by it.
  private static final Duration EXCHANGE = Duration.ofMillis(20);

  private static final int PATIENCE_SECONDS = 90;

  private final Way way;
  private final Path folder;
  private final SharedTime time;
  private final Simulator sim;
  private final Door http;
  private final Door journal;
  private final Snapshot before;
  private final Path plan;
  private final List<String> violations = new ArrayList<>();
  private volatile Life life = new Life(null);
  private int lives;

  private Trial(Way way, Path folder) {
    this.way = way;
    this.folder = folder;
    this.time = new SharedTime(folder.resolve("time"));
    this.sim =
        Simulator.start(
            KillWorld.scenario(),
            SimOptions.defaults()
                .withWorld(time)
                .withWall(time)
                .withLog(_ -> time.advance(EXCHANGE)));
    this.http = Door.open(() -> life, new HttpDoor(sim.endpoint()));
    this.journal = Door.open(() -> life, new JournalDoor());
    this.plan = folder.resolve("plan.json");
    try (Ebb ebb = connect()) {
      this.before = ebb.cluster(KillWorld.CLUSTER).snapshot();
      PlanFile.write(plan, plan(ebb));
    }
  }

  private static Plan plan(Ebb ebb) {
    return ebb.cluster(KillWorld.CLUSTER)
        .retire(NodeSet.parse(KillWorld.TARGETS), ebb.defaults().withBatch(Batches.parse("4")));
  }

  private Ebb connect() {
    Connection connection =
        new Connection(
            sim.endpoint(), sim.zone(), sim.accessKey(), new Secret(sim.secretKey()), null);
    return Ebb.connect(connection, Limits.defaults(), new World(time, time), CallListener.none());
  }

  /// Retires the nodes in that way, and resumes whenever the process was killed.
  ///
  /// @param ends where the first processes are killed, one after the other
  static Finding of(Way way, List<Point> ends) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ebb-kill");
    try (Trial trial = new Trial(way, folder)) {
      return trial.run(ends);
    }
  }

  private Finding run(List<Point> ends) throws IOException, InterruptedException {
    List<String> killedAt = new ArrayList<>();
    Life first = life;
    for (Point end : ends) {
      String at = live(end);
      first = lives == 1 ? life : first;
      if (at == null) {
        return finding(ends, killedAt, first);
      }
      killedAt.add(at);
    }
    live(null);
    return finding(ends, killedAt, lives == 1 ? life : first);
  }

  private Finding finding(List<Point> ends, List<String> killedAt, Life first) {
    violations.addAll(truth());
    return new Finding(way, ends, killedAt, violations, first, folder);
  }

  /// Lets one process live to its end; what it was killed at, or null when it was not.
  private @Nullable String live(@Nullable Point end) throws IOException, InterruptedException {
    Life now = new Life(end);
    life = now;
    lives++;
    Path output = folder.resolve("output-" + lives);
    List<String> words = new ArrayList<>();
    words.add(folder.resolve("time").toString());
    words.add(String.valueOf(journal.port()));
    words.addAll(words());
    Process process = Jvm.start(Killed.class, words, variables(), output);
    now.livedBy(process);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      violations.add("process %d did not end: %s".formatted(lives, Files.readString(output)));
    } else if (now.endedAt() == null && process.exitValue() != 0) {
      violations.add(
          "process %d ended with exit code %d:%n%s"
              .formatted(lives, process.exitValue(), Files.readString(output)));
    }
    return now.endedAt();
  }

  private List<String> words() {
    return unended()
        .map(run -> List.of("resume", run, "--yes"))
        .orElseGet(() -> way.words(plan.toString()));
  }

  private Optional<String> unended() {
    return Optional.empty();
  }

  private Map<String, String> variables() {
    return new TreeMap<>(
        Map.of(
            "EBB_TTY", "",
            "EBB_ENDPOINT", URI.create("http://127.0.0.1:" + http.port()).toString(),
            "HOME", folder.toString(),
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CONFIG_HOME", folder.resolve("config").toString(),
            "QINGCLOUD_ZONE", sim.zone(),
            "QINGCLOUD_ACCESS_KEY", sim.accessKey(),
            "QINGCLOUD_SECRET_KEY", sim.secretKey()));
  }

  private List<String> truth() {
    Set<String> targets =
        before.nodes().stream()
            .filter(node -> KillWorld.HOSTS.contains(node.host()))
            .map(node -> node.id())
            .collect(Collectors.toSet());
    Truth truth = new Truth(before, sim.changes(), targets, Set.of());
    List<String> wrong = new ArrayList<>(truth.violations());
    for (String target : targets) {
      if (truth.exists(target) || truth.deleted(target) != 1 || truth.left(target) != 1) {
        wrong.add(
            "%s was deleted %d times and left its queue %d times"
                .formatted(target, truth.deleted(target), truth.left(target)));
      }
    }
    sim.calls().stream()
        .filter(call -> call.method().equals("POST") && call.retCode() != 0)
        .map(Call::toString)
        .forEach(call -> wrong.add("the service had to refuse what was sent: " + call));
    return wrong;
  }

  @Override
  public void close() {
    journal.close();
    http.close();
    sim.close();
  }
}
