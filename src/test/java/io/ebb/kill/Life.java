package io.ebb.kill;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The life of one process: counts the moments that it passes, and ends it with SIGKILL at one of
/// them. Safe for use by many threads.
final class Life {
  private final @Nullable Point end;
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final Map<Moment, Integer> passed = new EnumMap<>(Moment.class);
  private final SequencedMap<Point, String> points = new LinkedHashMap<>();
  private @Nullable String endedAt;

  /// @param end where it ends; null when it is left alone
  Life(@Nullable Point end) {
    this.end = end;
  }

  /// This is the process that lives it.
  void livedBy(Process started) {
    process.complete(started);
  }

  /// The process comes to a moment, and does not go on before this returns.
  ///
  /// @param what it is about to do, or has just done
  /// @throws IOException when it is dead
  synchronized void pass(Moment moment, String what) throws IOException {
    if (endedAt == null) {
      Point point = new Point(moment, passed.merge(moment, 1, Integer::sum));
      points.put(point, what);
      if (!point.equals(end)) {
        return;
      }
      endedAt = what;
      kill(process.join());
    }
    throw new IOException("the process was killed at " + end);
  }

  private static void kill(Process victim) throws IOException {
    victim.destroyForcibly();
    try {
      victim.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the process died");
    }
  }

  /// How many moments of this kind it has passed.
  synchronized int passed(Moment moment) {
    return passed.getOrDefault(moment, 0);
  }

  /// The points it has passed, in order, each with what was about to be done or had just been done.
  synchronized SequencedMap<Point, String> points() {
    return new LinkedHashMap<>(points);
  }

  /// What it was killed at; null when it was not.
  synchronized @Nullable String endedAt() {
    return endedAt;
  }
}
