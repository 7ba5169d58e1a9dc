package io.ebb.api;

import static io.ebb.api.Connected.ACCEPTED;
import static io.ebb.api.Connected.LIST;
import static io.ebb.api.RawServer.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What becomes of a call that the service refuses because the account has used up its calls.
final class QuotaTest {
  private static final String TOO_MANY =
      "HTTP/1.1 429 X\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n";

  @Test
  void readIsHeldBackForLongerEachTimeAndSaysWhy() throws Exception {
    try (Connected to = Connected.to(code(2500), code(2500), LIST)) {
      assertThat(to.listNodes().items()).isEmpty();

      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isBetween(Duration.ofSeconds(90), Duration.ofMinutes(3));
      assertThat(to.waits)
          .hasSize(2)
          .allMatch(wait ->
              wait.startsWith(
                  "the quota of calls is used up (the service answered ret_code 2500) until "));
    }
  }

  @Test
  void readIsHeldBackForAnHourAtMost() throws Exception {
    try (Connected to = Connected.to(code(2500))) {
      assertThatThrownBy(to::listNodes).isInstanceOf(QuotaException.class);

      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isBetween(Duration.ofMinutes(55), to.options.patience().quota());
    }
  }

  /// A service that is busy each time there is room does not begin the hour anew.
  @Test
  void allAttemptsOfACallTogetherWaitAnHourAtMost() throws Exception {
    try (Connected to = Connected.to(code(5100))) {
      EhpcApi api = EhpcApi.connect(to.options.withQuota(Quota.of(1, CallLedger.inMemory())));

      assertThatThrownBy(() -> api.nodes().list(new NodesApi.Query("ehpc-1", 0, 100)))
          .isInstanceOf(QuotaException.class);
      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isLessThan(to.options.patience().quota());
    }
  }

  /// Waiting for the quota is not the service's being busy.
  @Test
  void patienceWithABusyServiceIsWholeAfterwards() throws Exception {
    String[] answers = new String[12];
    Arrays.fill(answers, 0, 8, code(2500));
    Arrays.fill(answers, 8, 11, code(5100));
    answers[11] = LIST;
    try (Connected to = Connected.to(answers)) {
      assertThat(to.listNodes().items()).isEmpty();
    }
  }

  @Test
  void writeIsToldAtOnceThatItMayBeEitherQuota() throws Exception {
    try (Connected to = Connected.to(code(2500), ACCEPTED)) {
      QuotaException failure = catchThrowableOfType(QuotaException.class, to::removeNode);

      assertThat(failure.hint())
          .startsWith("nothing was done; either the quota of calls is used up")
          .contains("within an hour", "or a quota of resources is used up");
      assertThat(failure.freeAt()).isEmpty();
      assertThat(to.time.sleeps()).isEmpty();
    }
  }

  @Test
  void writeIsToldWhenTheWindowFreesUpIfThatIsKnown() throws Exception {
    CallLedger full = CallLedger.inMemory();
    Instant first = Connected.AT.minus(Duration.ofMinutes(50));
    full.book(first, 1, 1);
    try (Connected to = Connected.to(code(2500))) {
      EhpcApi api = EhpcApi.connect(to.options.withQuota(new Quota(2, 0, full)));

      QuotaException failure =
          catchThrowableOfType(
              QuotaException.class,
              () -> api.nodes().add(new NodesApi.Add("ehpc-8jqdq0mz", "compute", "2")));

      assertThat(failure.freeAt()).contains(first.plus(CallLedger.WINDOW));
      assertThat(failure.hint())
          .contains("there is room again at " + first.plus(CallLedger.WINDOW));
    }
  }

  @Test
  void tooManyRequestsAreTheQuotaOfCallsAndSayForHowLong() throws Exception {
    try (Connected to = Connected.to(TOO_MANY, LIST)) {
      to.listNodes();

      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(92));
    }
  }

  @Test
  void tooManyRequestsAreToldAtOnceToAWrite() throws Exception {
    try (Connected to = Connected.to(TOO_MANY, ACCEPTED)) {
      QuotaException failure = catchThrowableOfType(QuotaException.class, to::deleteNode);

      assertThat(failure).hasMessageContaining("HTTP 429");
      assertThat(failure.hint())
          .contains("there is room again at 2021-08-19T16:46:10Z")
          .doesNotContain("resources");
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void interruptEndsTheWaitForTheQuota() throws Exception {
    try (Connected to = Connected.to(code(2500))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(to::listNodes).isInstanceOf(QuotaException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
