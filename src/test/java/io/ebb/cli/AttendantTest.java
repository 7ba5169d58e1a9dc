package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who asks while others work.
@Timeout(20)
final class AttendantTest {
  private final AtomicReference<Thread> asked = new AtomicReference<>();
  private final Attendant attendant =
      new Attendant(question -> {
        asked.set(Thread.currentThread());
        return Optional.of(question + "4");
      });

  @Test
  void questionsOfOtherThreadsAreAskedByTheOneThatAttends() {
    CompletableFuture<Optional<String>> work =
        CompletableFuture.supplyAsync(() -> {
          Optional<String> answer = attendant.ask("how many? ");
          while (answer.isEmpty()) { // nobody attends yet
            Thread.onSpinWait();
            answer = attendant.ask("how many? ");
          }
          return answer;
        });

    assertThat(attendant.attend(work, () -> {}, Duration.ZERO)).isTrue();
    assertThat(work.join()).contains("how many? 4");
    assertThat(asked.get()).isSameAs(Thread.currentThread());
  }

  @Test
  void nobodyIsAskedWhereNobodyAttends() {
    assertThat(attendant.ask("how many? ")).isEmpty();
    assertThat(asked.get()).isNull();
  }

  @Test
  void interruptStopsTheWorkAndWaitsForItNoLongerThanItsPatience() {
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    CountDownLatch stopped = new CountDownLatch(1);
    var _ =
        CompletableFuture.runAsync(() -> {
          while (stopped.getCount() > 0) {
            attendant.interrupt();
          }
        });

    assertThat(attendant.attend(never, stopped::countDown, Duration.ofMillis(20))).isFalse();
    assertThat(stopped.getCount()).isZero();
  }

  @Test
  void workThatEndsInTimeIsOver() {
    CompletableFuture<Boolean> work = new CompletableFuture<>();
    var _ =
        CompletableFuture.runAsync(() -> {
          while (!work.isDone()) {
            attendant.interrupt();
          }
        });

    boolean over = attendant.attend(work, () -> work.complete(true), Duration.ofMinutes(1));

    assertThat(over).isTrue();
  }

  @Test
  void whoHasHadEnoughIsNotAsked() {
    CompletableFuture<Optional<String>> work = new CompletableFuture<>();
    Runnable stop = () -> work.complete(attendant.ask("how many? "));
    var _ =
        CompletableFuture.runAsync(() -> {
          while (!work.isDone()) {
            attendant.interrupt();
          }
        });

    assertThat(attendant.attend(work, stop, Duration.ofSeconds(5))).isTrue();
    assertThat(work.join()).isEmpty();
    assertThat(asked.get()).isNull();
  }
}
