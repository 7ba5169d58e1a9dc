package io.ebb.bench;

import java.time.Duration;
import java.util.Arrays;

/// How long something took, again and again.
final class Samples {
  private final long[] nanos;
  private int count;

  Samples(int most) {
    this.nanos = new long[most];
  }

  /// Does it once more, and measures it.
  void take(Runnable work) {
    long start = System.nanoTime();
    work.run();
    nanos[count++] = System.nanoTime() - start;
  }

  /// What that many of a hundred did not exceed.
  Duration percentile(int percent) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[Math.min(count - 1, count * percent / 100)]);
  }

  Duration mean() {
    return Duration.ofNanos(Arrays.stream(nanos, 0, count).sum() / count);
  }

  Duration median() {
    return percentile(50);
  }
}
