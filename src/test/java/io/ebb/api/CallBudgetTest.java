package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallBudgetTest {
  private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandTime time = new HandTime(START);
  private final CallLedger ledger = CallLedger.inMemory();
  private final List<String> told = new ArrayList<>();
  private final Deque<Instant> made = new ArrayDeque<>();

  /// 1000 calls an hour, of which 50 are in reserve: reads go slowly from 760 on.
  private final CallBudget budget = budget(1000);

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void nothingWaitsWhileThereIsPlenty() {
    read(760);

    assertThat(time.sleeps()).isEmpty();
    assertThat(budget.standing()).isEqualTo(new Budget(1000, 760, 50, null));
  }

  @Test
  void anyHourHoldsAtMostTheQuotaHoweverMuchIsWanted() {
    for (int i = 0; i < 5000; i++) {
      made.add(call(i % 5 == 0, i % 5 != 0 && i % 7 == 0));
      made.removeIf(at -> !at.plus(HOUR).isAfter(time.instant()));
      assertThat(made).hasSizeLessThanOrEqualTo(1000);
    }
    assertThat(Duration.between(START, time.instant())).isLessThan(Duration.ofHours(6));
  }

  @Test
  void readsSlowDownBeforeWritesDo() {
    read(760);
    read(20);
    Instant afterReads = time.instant();
    write(100);

    assertThat(afterReads).isAfter(START.plusSeconds(60));
    assertThat(time.instant()).isEqualTo(afterReads);
  }

  @Test
  void slowReadsLastUntilThereIsPlentyAgain() {
    read(760);
    read(190);

    assertThat(time.sleeps()).allMatch(span -> span.compareTo(Duration.ofMinutes(1)) < 0);
    assertThat(time.instant())
        .isBetween(START.plus(Duration.ofMinutes(50)), START.plus(CallLedger.WINDOW));
  }

  @Test
  void writesWaitForTheWindowWhenOnlyTheReserveIsLeft() {
    write(950);
    assertThat(time.sleeps()).isEmpty();

    write(1);

    assertThat(time.instant()).isEqualTo(START.plus(CallLedger.WINDOW));
    assertThat(told).containsExactly("950 of the 1000 calls of an hour are used up, 15:00:15");
  }

  @Test
  void whatFinishesUsesTheReserveWithoutWaiting() {
    write(950);
    for (int i = 0; i < 45; i++) {
      call(i % 2 == 0, true);
    }
    for (int i = 0; i < 5; i++) {
      call(true, true);
    }
    assertThat(time.sleeps()).isEmpty();
    assertThat(budget.standing().left()).isZero();

    call(false, true);
    assertThat(time.instant()).isEqualTo(START.plus(CallLedger.WINDOW));
  }

  @Test
  void lastCallsOfTheReserveAreForChanges() {
    write(950);
    for (int i = 0; i < 46; i++) {
      call(false, true);
    }

    assertThat(time.instant()).isEqualTo(START.plus(CallLedger.WINDOW));
  }

  @Test
  void whoIsHeldBackByTheCallsOfOthersIsToldSo() {
    read(35);
    budget.exhausted(time.instant());
    write(1);

    assertThat(told)
        .containsExactly(
            "the service takes no more calls, although only 35 of 1000 are counted here: others use"
                + " the account too, 14:00:30");
  }

  @Test
  void whoDoesNotWaitAtAllIsNotToldOfMinutes() {
    budget.exhausted(time.instant());

    assertThatThrownBy(() -> admit(budget(Duration.ZERO), false, false, START))
        .isInstanceOf(QuotaException.class)
        .hasMessageEndingWith("and there is no time to wait for room");
  }

  @Test
  void blocksAreBookedSoThatFewAttemptsNeedTheLedger() {
    read(1);
    assertThat(ledger.used(START)).isEqualTo(16);

    read(15);
    assertThat(ledger.used(START)).isEqualTo(16);
  }

  @Test
  void unusedBookingsCountAsLeftAndAreGivenBack() {
    read(3);
    assertThat(budget.standing().used()).isEqualTo(3);

    budget.giveBack();

    assertThat(ledger.used(START)).isEqualTo(3);
    assertThat(budget.standing().used()).isEqualTo(3);
  }

  @Test
  void staleBookingsAreNotUsed() throws InterruptedException {
    read(1);
    time.sleep(Duration.ofSeconds(5));
    read(1);

    assertThat(ledger.used(time.instant())).isEqualTo(17);
    assertThat(ledger.used(START.plus(CallLedger.WINDOW))).isEqualTo(16);
  }

  @Test
  void allHoldBackWhenTheServiceSaysThatTheQuotaIsUsedUp() {
    read(1);
    Instant goesOn = budget.exhausted(time.instant());
    assertThat(goesOn).isAfter(START);
    assertThat(budget.standing().fullUntil()).isEqualTo(goesOn);

    CallBudget other = budget(1000);
    admit(other, false, true, patient());

    assertThat(time.instant()).isEqualTo(goesOn);
  }

  @Test
  void aChangeThatFinishesIsReportedAtOnceWhenItWouldHaveToWait() {
    Instant goesOn = budget.exhausted(time.instant());

    assertThatThrownBy(() -> call(true, true))
        .isInstanceOfSatisfying(
            QuotaException.class, held -> assertThat(held.freeAt()).contains(goesOn))
        .hasMessageContaining("what was seen before a wait does not count after it");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void pausesGrowWhileTheServiceGoesOnRefusing() throws InterruptedException {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Instant sent = call(false, false);
      pauses.add(Duration.between(sent, budget.exhausted(sent)));
    }
    assertThat(pauses.stream().map(Duration::toSeconds))
        .containsExactly(30L, 60L, 120L, 240L, 240L, 240L);

    time.sleep(Duration.ofMinutes(20));
    assertThat(budget.exhausted(time.instant())).isEqualTo(time.instant().plusSeconds(30));
  }

  @Test
  void aBlockThatWasForgottenIsNotTakenForUnusedCallsOfOthers() throws InterruptedException {
    read(1);
    time.sleep(Duration.ofMinutes(61));
    ledger.book(time.instant(), 100, 1000);

    assertThat(budget.standing().used()).isEqualTo(100);
  }

  @Test
  void clockThatIsSetBackHoldsNothingBack() throws InterruptedException {
    read(761);
    time.sleep(Duration.ofMinutes(-50));
    Instant back = time.instant();
    read(1);

    assertThat(Duration.between(back, time.instant())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void refusalsAreHeardThoughTheClockIsSetBack() throws InterruptedException {
    budget.exhausted(time.instant());
    time.sleep(Duration.ofHours(-2));
    Instant sent = call(false, false);

    assertThat(budget.exhausted(sent)).isEqualTo(sent.plusSeconds(30));
  }

  @Test
  void bookingsFromAFutureInWhichTheClockWasWrongAreForgotten() {
    ledger.book(START.plus(Duration.ofDays(30)), 16, 2000);
    ledger.holdUntil(START.plus(Duration.ofDays(30)));

    assertThat(ledger.used(START)).isZero();
    assertThat(ledger.book(START, 16, 16)).isEqualTo(16);
  }

  @Test
  void attemptsThatWereOnTheirWaySayNothingNew() throws InterruptedException {
    Instant sent = call(false, false);
    time.sleep(Duration.ofSeconds(1));
    Instant goesOn = budget.exhausted(sent);
    time.sleep(Duration.ofSeconds(1));

    assertThat(budget.exhausted(sent)).isEqualTo(goesOn);
  }

  @Test
  void whoWillNotWaitSoLongIsToldWhenThereIsRoom() {
    CallBudget hasty = budget(Duration.ofMinutes(20));
    for (int i = 0; i < 10; i++) {
      admit(hasty, true, false, START.plus(Duration.ofMinutes(20)));
    }

    assertThatThrownBy(() -> admit(hasty, true, false, START.plus(Duration.ofMinutes(20))))
        .isInstanceOf(QuotaException.class)
        .hasMessage(
            "Cannot remove nodes (cluster ehpc-8jqdq0mz): 10 of the 10 calls of an hour are used"
                + " up, and that will last longer than the 20 min to wait")
        .extracting(e -> ((QuotaException) e).hint())
        .isEqualTo(
            "there is room again at 2026-11-21T15:00:15Z; try then, or ask for a larger quota");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWait() {
    write(950);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> write(1))
        .isInstanceOf(QuotaException.class)
        .hasMessageContaining("the wait for room was interrupted");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private void read(int count) {
    for (int i = 0; i < count; i++) {
      call(false, false);
    }
  }

  private void write(int count) {
    for (int i = 0; i < count; i++) {
      call(true, false);
    }
  }

  private Instant call(boolean write, boolean finishing) {
    admit(budget, write, finishing, patient());
    return time.instant();
  }

  private Instant patient() {
    return time.instant().plus(Patience.standard().quota());
  }

  private static void admit(CallBudget budget, boolean write, boolean finishing, Instant deadline) {
    Endpoint endpoint = new Endpoint(_ -> 0, "POST", "/x", "remove nodes", write, null, null);
    if (finishing) {
      Reserve.open(() -> {
        budget.admit(endpoint, () -> Subject.of("ehpc-8jqdq0mz"), deadline);
        return 0;
      });
    } else {
      budget.admit(endpoint, () -> Subject.of("ehpc-8jqdq0mz"), deadline);
    }
  }

  private CallBudget budget(int callsPerHour) {
    return new CallBudget(options(callsPerHour));
  }

  /// 10 calls an hour, with that much time to wait for room.
  private CallBudget budget(Duration patience) {
    ApiOptions options = options(10);
    Patience standard = options.patience();
    return new CallBudget(
        options.withPatience(
            new Patience(standard.busy(), patience, standard.connect(), standard.answer())));
  }

  private ApiOptions options(int callsPerHour) {
    return ApiOptions.of(URI.create("http://127.0.0.1:1"), Connected.KEY, "jn1a")
        .withClocks(Clocks.of(time))
        .withQuota(Quota.of(callsPerHour, ledger))
        .withListener(
            new CallListener() {
              @Override
              public void called(CallRecord call) {}

              @Override
              public void waiting(String why, Instant until) {
                told.add(why + ", " + until.toString().substring(11, 19));
              }
            });
  }
}
