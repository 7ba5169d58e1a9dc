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

  @Test
  void whoeverAsksAsksAllRuns() {
    Cancellation one = cancellation.ofRun();
    cancellation.cancel();

    assertThat(one.cancelled()).isTrue();
    assertThat(cancellation.ofRun().cancelled()).as("begun later").isTrue();
  }

  @Test
  void anInterruptAsksItsOwnRunOnly() {
    Cancellation one = cancellation.ofRun();
    Cancellation other = cancellation.ofRun();
    Thread.currentThread().interrupt();

    assertThat(one.sleep(Time.system(), Duration.ofHours(1), Level.ONCE)).isFalse();

    assertThat(one.cancelled()).isTrue();
    assertThat(other.cancelled()).isFalse();
    assertThat(cancellation.cancelled()).isFalse();
    cancellation.ended(one);
    assertThat(Thread.interrupted()).as("handed back").isTrue();
  }

  @Test
  void anInterruptAndAWishToCancelAreNotTwo() {
    Cancellation run = cancellation.ofRun();
    Thread.currentThread().interrupt();
    run.sleep(Time.system(), Duration.ofHours(1), Level.ONCE);

    cancellation.cancel();
    cancellation.ask();

    assertThat(run.asked(Level.TWICE)).isFalse();
    cancellation.cancel();
    assertThat(run.asked(Level.TWICE)).isTrue();
  }

  @Test
  void oneInterruptDoesNotEndAWaitForWhatWasAccepted() {
    Cancellation run = cancellation.ofRun();
    Thread.currentThread().interrupt();

    assertThat(run.sleep(Time.system(), Duration.ofMillis(1), Level.TWICE)).isTrue();
    assertThat(run.cancelled()).isTrue();
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
