package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.RunState;
import io.ebb.text.Progress;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Follows a run that another process carries out, until it has ended or stopped. Ctrl-C ends the
/// watching; the run goes on.
final class RunWatch {
  private static final int TICK_SECONDS = 1;

  private final Common common;
  private final Journal journal;
  private final InstantSource clock;
  private final CountDownLatch left = new CountDownLatch(1);

  RunWatch(Common common, Journal journal, InstantSource clock) {
    this.common = common;
    this.journal = journal;
    this.clock = clock;
  }

  /// Follows it.
  ///
  /// @param changed is given the run whenever something has happened in it
  /// @return how it stands at last; still running when whoever watched has had enough
  Standing follow(Standing first, Consumer<Standing> changed) throws InterruptedException {
    if (first.state() != RunState.RUNNING) {
      return first;
    }
    try (Progress progress = common.progress();
        Reaction _ = common.onInterrupt(left::countDown)) {
      Retelling retelling = new Retelling(progress, clock, common.live());
      retelling.startFrom(first);
      Standing seen = first;
      while (seen.state() == RunState.RUNNING && !left.await(TICK_SECONDS, TimeUnit.SECONDS)) {
        Standing now = seen.later(journal, clock.instant());
        retelling.tell(now);
        if (now.changedSince(seen)) {
          changed.accept(now);
        }
        seen = now;
      }
      return seen;
    }
  }
}
