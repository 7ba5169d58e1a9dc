package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ebb.api.Time;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CancellationTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void aSleeperWakesAtOnce() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Thread> sleeper = new AtomicReference<>();
      CompletableFuture<Boolean> slept =
          CompletableFuture.supplyAsync(
              () -> {
                sleeper.set(Thread.currentThread());
                boolean whole = cancellation.sleep(Time.system(), Duration.ofHours(1), Level.ONCE);
                assertThat(Thread.interrupted()).as("no interrupt leaks").isFalse();
                return whole;
              },
              threads);
      await()
          .until(() ->
              sleeper.get() != null && sleeper.get().getState() == Thread.State.TIMED_WAITING);

      cancellation.cancel();

      assertThat(slept).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
    }
  }

  @Test
  void cancellingJustAsTheSleepEndsLeaksNoInterrupt() {
    assertThat(cancellation.sleep(cancelledBySleeping(), Duration.ofHours(1), Level.ONCE))
        .isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whoFollowsAChangeToItsEndWakesOnTheSecondOnly() {
    cancellation.cancel();

    assertThat(cancellation.sleep(Time.system(), Duration.ofMillis(1), Level.TWICE)).isTrue();
    assertThat(cancellation.sleep(Time.system(), Duration.ofHours(1), Level.ONCE)).isFalse();

    cancellation.cancel();

    assertThat(cancellation.sleep(Time.system(), Duration.ofHours(1), Level.TWICE)).isFalse();
  }

  @Test
  void itIsNotCancelledAtFirst() {
    assertThat(cancellation.cancelled()).isFalse();
    cancellation.cancel();
    assertThat(cancellation.cancelled()).isTrue();
  }

  /// Time in which the wish to cancel comes during the sleep, which ends all the same.
  private Time cancelledBySleeping() {
    return new Time() {
      @Override
      public Instant instant() {
        return Instant.EPOCH;
      }

      @Override
      public void sleep(Duration span) {
        cancellation.cancel();
      }
    };
  }
}
