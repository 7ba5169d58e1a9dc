package io.ebb.bench;

import io.ebb.plan.Plan;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.SqlJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What it costs to write down every side effect in a SQLite file that a power cut does not harm:
/// before the call, after it, and what came of it. Beside it, what one write that is forced to the
/// same disk costs by itself.
final class JournalFigures {
  private static final int AIMED_A_SECOND = 1_000;
  private static final Duration MOST_ADDED = Duration.ofMillis(3);
  private static final Duration MOST_READ = Duration.ofSeconds(2);
  private static final int EVENTS = 10_000;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private JournalFigures() {}

  static void print(boolean quick) {
    Path folder = folder();
    try (Journal journal = SqlJournal.in(folder)) {
      System.out.printf("%nThe journal: a SQLite file, each event safe on the disk%n");
      Lease lease = journal.begin(new Entry.Began(NOW, plan(), "alice"), null);
      int times = quick ? 500 : 3_000;
      effects(journal, lease, times); // to warm up
      print(effects(journal, lease, times), forced(folder.resolve("forced"), times), times);
      printHistory(journal, lease);
    } finally {
      delete(folder);
    }
  }

  private static Plan plan() {
    return PlanFigures.plan(PlanFigures.snapshot(400));
  }

  /// Each is one side effect: its intent, its receipt, its conclusion.
  private static Samples effects(Journal journal, Lease lease, int times) {
    Samples samples = new Samples(times);
    for (int i = 0; i < times; i++) {
      int change = i + 1;
      samples.take(() -> effect(journal, lease, change));
    }
    return samples;
  }

  private static void effect(Journal journal, Lease lease, int change) {
    List<String> nodes = List.of("cln-c0000001", "cln-c0000002");
    journal.write(
        lease, new Entry.Intent(NOW, change, 1, "HpcClusterDeleteClusterNodes", null, nodes, NOW));
    journal.write(lease, new Entry.Receipt(NOW, change, "j-00000000001", NOW));
    journal.write(lease, concluded(change));
  }

  private static void print(Samples effects, Samples forced, int times) {
    double mean = effects.mean().toNanos() / 1e6;
    double aSecond = 1e3 / mean;
    System.out.printf(
        "%-36s%,9.0f a second, p50 %.2f ms, p95 %.2f ms; at least %,d a second: %s, at most %d ms a"
            + " call: %s%n",
        "%,d side effects".formatted(times),
        aSecond,
        effects.median().toNanos() / 1e6,
        effects.percentile(95).toNanos() / 1e6,
        AIMED_A_SECOND,
        Aim.verdict(aSecond >= AIMED_A_SECOND),
        MOST_ADDED.toMillis(),
        Aim.verdict(effects.median().compareTo(MOST_ADDED) <= 0));
    System.out.printf(
        "%-36sp50 %.2f ms; a side effect takes three, and %.1f times their time%n",
        "one write forced to this disk",
        forced.median().toNanos() / 1e6,
        effects.median().toNanos() / (3.0 * forced.median().toNanos()));
  }

  /// A run of many events is read, verified and folded, as it is when somebody resumes it.
  private static void printHistory(Journal journal, Lease lease) {
    long written = journal.head(lease.run()).events();
    for (long event = written; event < EVENTS; event++) {
      journal.write(lease, concluded(1));
    }
    Samples samples = new Samples(10);
    for (int i = 0; i < 10; i++) {
      samples.take(() -> History.of(journal.entries(lease.run())));
    }
    System.out.printf(
        "%-36sp50 %d ms, at most %d ms: %s%n",
        "%,d events read and verified".formatted(journal.head(lease.run()).events()),
        samples.median().toMillis(),
        MOST_READ.toMillis(),
        Aim.verdict(samples.median().compareTo(MOST_READ) < 0));
  }

  private static Entry concluded(int change) {
    return new Entry.Concluded(NOW, change, Entry.End.HAPPENED, "", NOW);
  }

  /// The same disk without a database: a page is appended and forced.
  private static Samples forced(Path file, int times) {
    Samples samples = new Samples(times);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int i = 0; i < times; i++) {
        samples.take(() -> force(channel));
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void force(FileChannel channel) {
    try {
      channel.write(ByteBuffer.allocate(4_096));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new folder for a journal, which [#delete] removes.
  static Path folder() {
    try {
      return Files.createTempDirectory("ebb-journal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(JournalFigures::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
