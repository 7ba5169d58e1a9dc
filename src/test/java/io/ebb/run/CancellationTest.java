package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ebb.api.Time;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
                boolean whole =
                    cancellation.sleep(Time.system(), Duration.ofHours(1), Level.CANCELLED);
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
    assertThat(cancellation.sleep(cancelledBySleeping(), Duration.ofHours(1), Level.CANCELLED))
        .isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whoFollowsAChangeToItsEndIsWokenByAnInterruptOnly() {
    cancellation.cancel();
    cancellation.cancel();

    assertThat(cancellation.sleep(Time.system(), Duration.ofMillis(1), Level.INTERRUPTED)).isTrue();
    assertThat(cancellation.sleep(Time.system(), Duration.ofHours(1), Level.CANCELLED)).isFalse();

    cancellation.interrupt("somebody wants it");

    assertHalts(() -> cancellation.sleep(Time.system(), Duration.ofHours(1), Level.INTERRUPTED));
    assertHalts(() -> cancellation.sleep(Time.system(), Duration.ofHours(1), Level.CANCELLED));
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

    assertHalts(() -> one.sleep(Time.system(), Duration.ofHours(1), Level.INTERRUPTED));

    assertThat(one.cancelled()).isTrue();
    assertThat(other.cancelled()).isFalse();
    assertThat(cancellation.cancelled()).isFalse();
    cancellation.ended(one);
    assertThat(Thread.interrupted()).as("handed back").isTrue();
  }

  @Test
  void anInterruptThatCameWhileNobodyWaitedIsNotOverlooked() {
    Cancellation run = cancellation.ofRun();
    Thread.currentThread().interrupt();

    assertHalts(run::goOn);

    assertThat(Thread.interrupted()).as("taken").isFalse();
    cancellation.ended(run);
    assertThat(Thread.interrupted()).as("handed back").isTrue();
  }

  @Test
  void theFirstReasonOfAnInterruptCounts() {
    cancellation.interrupt("the first");
    cancellation.interrupt("the second");

    assertThatThrownBy(cancellation::goOn).hasMessage("the first");
  }

  @Test
  void aWishToCancelIsRememberedWhenTheRunIsInterruptedThen() {
    Cancellation interrupted = cancellation.ofRun();
    interrupted.interrupt("somebody wants it");
    assertThat(interrupted.toPutBack()).isFalse();

    cancellation.cancel();

    assertThat(interrupted.toPutBack()).isTrue();
    assertHalts(interrupted::goOn);
  }

  private static void assertHalts(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Halt.class);
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
