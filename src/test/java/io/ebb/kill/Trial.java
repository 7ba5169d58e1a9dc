package io.ebb.kill;

import io.ebb.cli.Killed;
import io.ebb.cli.Main;
import io.ebb.run.RunHead;
import io.ebb.run.SqlJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// One retire in a world of its own, by processes that are killed one after the other until one is
/// left alone.
final class Trial implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Jvm jvm;
  private final Attempt attempt;
  private final Path folder;
  private final KillWorld world;
  private final Door http;
  private final Door journal;
  private final List<String> violations = new ArrayList<>();
  private final List<Life> lives = new CopyOnWriteArrayList<>();

  private Trial(Jvm jvm, Attempt attempt, Path folder) {
    this.jvm = jvm;
    this.attempt = attempt;
    this.folder = folder;
    this.world = new KillWorld(attempt.way(), folder);
    this.http = Door.open(lives::getLast, new HttpDoor(world.sim().endpoint()));
    this.journal = Door.open(lives::getLast, new JournalDoor());
  }

  /// Makes the attempt, and looks at what came of it.
  ///
  /// @param folder an empty one
  static Finding of(Jvm jvm, Attempt attempt, Path folder) {
    try (Trial trial = new Trial(jvm, attempt, folder)) {
      return trial.finding();
    }
  }

  private Finding finding() {
    List<Point> ends = attempt.ends();
    for (int each = 0; each <= ends.size() && lastWasKilled(); each++) {
      Point end = each < ends.size() ? ends.get(each) : null;
      words().ifPresent(words -> live(new Life(end), words));
    }
    violations.addAll(new Verdict(attempt.way(), world, stateFolder()).violations());
    List<String> killedAt = lives.stream().map(Life::endedAt).filter(Objects::nonNull).toList();
    return new Finding(attempt, killedAt, violations, lives.getFirst());
  }

  private boolean lastWasKilled() {
    return lives.isEmpty() || lives.getLast().endedAt() != null;
  }

  /// What a user does now: begins, or goes on. When the run has ended, the same plan is applied
  /// again, for nothing to happen; there is nothing like it for a script, hence nothing.
  private Optional<List<String>> words() {
    Optional<RunHead> run = run();
    if (run.isPresent() && run.get().endedAt() == null) {
      return Optional.of(List.of("resume", run.get().id(), "--yes"));
    }
    return run.isEmpty() || attempt.way().repeatable()
        ? Optional.of(attempt.way().words(KillWorld.plan(folder)))
        : Optional.empty();
  }

  /// The run; empty when it was not begun.
  private Optional<RunHead> run() {
    try (SqlJournal written = SqlJournal.in(stateFolder())) {
      return written.heads(Verdict.HEADS).stream().filter(run -> run.parent() == null).findFirst();
    }
  }

  /// Lets one process live to its end.
  private void live(Life now, List<String> words) {
    lives.add(now);
    Path output = folder.resolve("output-" + lives.size());
    try {
      Process process = jvm.start(attempt.way().label(), command(words), variables(), output);
      now.livedBy(process);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      if (!ended || (now.endedAt() == null && process.exitValue() != 0)) {
        violations.add(
            "ebb %s ended with %s:%n%s"
                .formatted(
                    words.getFirst(),
                    ended ? "exit code " + process.exitValue() : "a timeout",
                    Files.readString(output)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    if (attempt.way().real()) {
      command.add(Main.class.getName());
    } else {
      command.add(Killed.class.getName());
      command.add(KillWorld.time(folder).toString());
      command.add(String.valueOf(journal.port()));
    }
    command.addAll(words);
    return command;
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(world.settings());
    variables.put("EBB_TTY", "");
    variables.put("EBB_ENDPOINT", "http://127.0.0.1:" + http.port());
    variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
    variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return variables;
  }

  private Path stateFolder() {
    return folder.resolve("state/ebb");
  }

  @Override
  public void close() {
    journal.close();
    http.close();
    world.close();
  }
}
