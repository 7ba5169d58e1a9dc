package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Time that passes only by sleeping, which takes none of the machine's.
final class HandTime implements Time {
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private volatile Instant now;
  private volatile Meanwhile meanwhile = () -> {};

  HandTime(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration span) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(span);
    now = now.plus(span);
    meanwhile.happen();
  }

  /// What happens during each sleep from now on.
  void meanwhile(Meanwhile what) {
    meanwhile = what;
  }

  /// Each sleep so far.
  List<Duration> sleeps() {
    return sleeps;
  }

  /// Something that happens while the others sleep.
  interface Meanwhile {

    /// Lets it happen.
    void happen();
  }
}
