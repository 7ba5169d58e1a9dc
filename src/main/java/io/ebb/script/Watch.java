package io.ebb.script;

import io.ebb.text.Durations;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Watches over a script while its own code runs: over the time that it takes without a word, and
/// over the heap.
///
/// The script's thread says what it does; a thread of its own looks now and then.
final class Watch implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;
  private static final long IN_A_WORD = 0;

  private final Bounds bounds;
  private final Ending ending;
  private final Thread looks;
  private volatile long since = IN_A_WORD;
  private volatile boolean begun;

  Watch(Bounds bounds, Ending ending) {
    this.bounds = bounds;
    this.ending = ending;
    long script = Thread.currentThread().threadId();
    this.looks =
        Thread.ofPlatform().daemon().name("script-watch-" + script).unstarted(() -> look(script));
  }

  /// Begins to watch the thread that it was made by.
  Watch begin() {
    looks.start();
    return this;
  }

  /// The script's own code begins.
  void scriptBegins() {
    begun = true;
    since = System.nanoTime();
  }

  /// What a word does takes the time it takes.
  <T extends @Nullable Object> T word(Supplier<T> word) {
    since = IN_A_WORD;
    try {
      return word.get();
    } finally {
      since = System.nanoTime();
    }
  }

  /// What a word calls is the script's own code again.
  <T extends @Nullable Object> T own(Supplier<T> code) {
    since = System.nanoTime();
    try {
      return code.get();
    } finally {
      since = IN_A_WORD;
    }
  }

  private void look(long script) {
    try {
      long millis = Math.min(LOOK_MILLIS, bounds.ownTime().toMillis() / 4 + 1);
      Thread.sleep(millis); // most scripts are over by then
      Heap heap = new Heap(script, bounds.heap());
      while (ending.why() == null) {
        if (tooLong()) {
          ending.halt(ownTime(bounds.ownTime()));
        } else if (begun && heap.full()) {
          ending.halt(BoundException.memory());
        }
        Thread.sleep(millis);
      }
    } catch (InterruptedException _) {
      // the script is over
    }
  }

  private boolean tooLong() {
    long began = since;
    return began != IN_A_WORD && System.nanoTime() - began > bounds.ownTime().toNanos();
  }

  private static BoundException ownTime(Duration most) {
    return new BoundException(
        "the script's own code ran for %s without saying a word".formatted(Durations.format(most)),
        "it is stopped, as it may be in an endless loop; to wait for something, use sleep");
  }

  @Override
  public void close() {
    looks.interrupt();
  }
}
