package io.ebb.run;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Prolongs the leases of the runs that this process carries out, and learns what others want of
/// them: that they are cancelled, or that somebody else has taken them over. One thread, which is
/// there only while there are runs. Safe for use by many threads.
public final class Heartbeat {
  /// A sixth of a lease, by the machine's clock: some beats may fail in a row.
  static final Duration PERIOD = Duration.ofSeconds(5);

  private final Journal journal;
  private final Duration period;
  private final ScheduledThreadPoolExecutor beats =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("heartbeat").factory());

  /// Prolongs leases of this journal.
  public Heartbeat(Journal journal) {
    this(journal, PERIOD);
  }

  Heartbeat(Journal journal, Duration period) {
    this.journal = journal;
    this.period = period;
    beats.setRemoveOnCancelPolicy(true);
    beats.setKeepAliveTime(PERIOD.toNanos(), TimeUnit.NANOSECONDS);
    beats.allowCoreThreadTimeOut(true);
  }

  /// A lease that is prolonged until this is closed.
  public interface Beat extends AutoCloseable {
    @Override
    void close();
  }

  /// Prolongs the lease of this run from now on.
  ///
  /// @param run is cancelled when somebody asks for that, and interrupted when the lease is lost
  public Beat of(Lease lease, Cancellation run) {
    Future<?> beat =
        beats.scheduleWithFixedDelay(
            () -> renew(lease, run), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    return () -> beat.cancel(false);
  }

  private void renew(Lease lease, Cancellation run) {
    try {
      if (journal.renew(lease)) {
        run.cancel();
      }
    } catch (LeaseLostException e) {
      run.interrupt(new Halt.Reason.LeaseLost(String.valueOf(e.getMessage())));
    } catch (JournalException _) {
      // Asked again at the next beat; whether the run may go on is decided by its own writes.
    }
  }
}
