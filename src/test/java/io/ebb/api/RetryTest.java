package io.ebb.api;

import static io.ebb.api.Connected.ACCEPTED;
import static io.ebb.api.Connected.LIST;
import static io.ebb.api.RawServer.code;
import static io.ebb.api.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is tried again, when, and what never is.
final class RetryTest {
  private static final String DATE_60_S_AHEAD = "Date: Thu, 19 Aug 2021 16:45:40 GMT\r\n";
  private static final String EXPIRED =
      json(200, "{\"ret_code\": 1300, \"message\": \"expired\"}", DATE_60_S_AHEAD);

  @ParameterizedTest
  @ValueSource(ints = {5100, 5300})
  void busyReadIsTriedAgainWithGrowingPauses(int busy) throws Exception {
    try (Connected to = Connected.to(code(busy), code(busy), code(busy), LIST)) {
      to.listNodes();

      assertThat(to.time.sleeps())
          .satisfiesExactly(
              first -> assertThat(first).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)),
              second -> assertThat(second).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)),
              third -> assertThat(third).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }
  }

  @Test
  void readByPostIsTriedAgainToo() throws Exception {
    try (Connected to = Connected.to(code(5100), LIST)) {
      assertThat(to.listQueues().items()).isEmpty();
    }
  }

  @Test
  void readIsTriedAgainWhenTheGatewayFailsOrTheConnectionBreaks() throws Exception {
    String gateway = "HTTP/1.1 502 X\r\nContent-Length: 13\r\n\r\n<html></html>";
    // HttpURLConnection repeats a dropped GET once by itself, hence two.
    try (Connected to = Connected.to(gateway, RawServer.DROP, RawServer.DROP, LIST)) {
      assertThat(to.listNodes().items()).isEmpty();
    }
  }

  /// All attempts share it, and the last pause is cut so that there is one more shortly before.
  @RepeatedTest(10)
  void patienceWithABusyReadEndsInTime() throws Exception {
    try (Connected to = Connected.to(code(5100))) {
      assertThatThrownBy(to::listNodes).isInstanceOf(BusyException.class);

      Duration busy = to.options.patience().busy();
      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isBetween(busy.minusSeconds(9), busy.minusSeconds(1));
      assertThat(to.server.requests()).hasSizeLessThan(30);
    }
  }

  /// By then the answer may come late enough to blow the patience.
  @Test
  void laterAttemptsWaitForAnAnswerNoLongerThanPatienceLasts() {
    Patience patience = Patience.standard();
    Call call = new Call(endpoint("list"), Connected.AT, patience);

    assertThat(call.answer(Connected.AT.plusSeconds(100))).isEqualTo(patience.answer());
    call.begin(Duration.ZERO);
    assertThat(call.answer(Connected.AT.plusSeconds(60))).isEqualTo(patience.answer());
    assertThat(call.answer(Connected.AT.plusSeconds(100))).isEqualTo(Duration.ofSeconds(20));
    assertThat(call.answer(Connected.AT.plusSeconds(130))).isEqualTo(Duration.ofSeconds(1));
    call.heldBack(Duration.ofSeconds(100));
    assertThat(call.answer(Connected.AT.plusSeconds(160))).isEqualTo(patience.answer());
  }

  /// To give up early is not to know.
  @Test
  void writeIsGivenTheWholeTimeToAnswer() {
    Call call = new Call(endpoint("add"), Connected.AT, Patience.standard());
    call.begin(Duration.ZERO);

    assertThat(call.answer(Connected.AT.plusSeconds(300))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void readThatTheServiceFailedAtIsTriedAFewTimes() throws Exception {
    try (Connected to = Connected.to(code(5000))) {
      assertThatThrownBy(to::listNodes).isInstanceOf(BusyException.class);

      assertThat(to.server.requests()).hasSize(4);
      assertThat(to.time.sleeps()).hasSize(3);
    }
  }

  @Test
  void readThatLacksCapacityIsTriedAgainSlowly() throws Exception {
    try (Connected to = Connected.to(code(5200), LIST)) {
      to.listNodes();

      assertThat(to.time.sleeps().getFirst())
          .isBetween(Duration.ofMillis(7500), Duration.ofSeconds(15));
    }
  }

  @Test
  void serviceThatWantsToBeLeftAloneIs() throws Exception {
    String later = "HTTP/1.1 503 X\r\nRetry-After: 40\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(later, LIST)) {
      to.listNodes();

      assertThat(to.time.sleeps())
          .singleElement()
          .satisfies(
              pause -> assertThat(pause).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41)));
    }
  }

  @Test
  void momentToComeBackIsByTheServicesClock() throws Exception {
    String later =
        json(
            503,
            "{\"ret_code\": 5300}",
            "Date: Thu, 19 Aug 2021 10:00:00 GMT\r\n",
            "Retry-After: Thu, 19 Aug 2021 10:00:50 GMT\r\n");
    try (Connected to = Connected.to(later, LIST)) {
      to.listNodes();

      assertThat(to.time.sleeps().getFirst())
          .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(51));
    }
  }

  @Test
  void serviceThatWantsToBeLeftAloneForTooLongIsToldAtOnce() throws Exception {
    String later = "HTTP/1.1 503 X\r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(later, LIST)) {
      assertThatThrownBy(to::listNodes).isInstanceOf(BusyException.class);

      assertThat(to.time.sleeps()).isEmpty();
    }
  }

  /// Those of a moment go unmentioned.
  @Test
  void longWaitIsToldWithItsReasonAndItsEnd() throws Exception {
    String later = "HTTP/1.1 503 X\r\nRetry-After: 40\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(code(5100), later, LIST)) {
      to.listNodes();

      assertThat(to.waits)
          .singleElement()
          .asString()
          .matches(
              "HTTP 503 came back without a reply of the service until 2021-08-19T16:45:2[01]Z");
    }
  }

  /// Which the endpoint proves to be right, so that it may take a while.
  @Test
  void readOfAServiceThatWentAwayIsTriedForAsLongAsOneThatIsBusy() throws Exception {
    HandTime time;
    try (Connected to = Connected.to(code(5100))) {
      time = to.time;
      time.meanwhile(to.server::hangUp);

      assertThatThrownBy(to::listNodes).isInstanceOf(UnreachableException.class);
    }
    assertThat(Duration.between(Connected.AT, time.instant()))
        .isGreaterThan(Duration.ofSeconds(100));
  }

  @Test
  void everyAttemptIsSignedAfresh() throws Exception {
    String later = "HTTP/1.1 503 X\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(later, later, later, LIST)) {
      to.listNodes();

      assertThat(to.server.lines())
          .extracting(line -> line.replaceAll(".*&timestamp=([^&]*)&.*", "$1"))
          .doesNotHaveDuplicates();
      assertThat(to.server.lines())
          .extracting(line -> line.replaceAll(".*&signature=([^ ]*) .*", "$1"))
          .doesNotHaveDuplicates()
          .hasSize(4);
    }
  }

  /// Also when the code says that nothing was begun: meanwhile the world may have changed, and who
  /// wants the write has to look before it is sent again.
  @ParameterizedTest
  @ValueSource(ints = {1100, 1200, 1400, 2100, 2500, 5000, 5100, 5200, 5300, 5400, 9999})
  void writeThatWasRefusedIsNeverTriedAgain(int code) throws Exception {
    try (Connected to = Connected.to(code(code), ACCEPTED)) {
      assertThatThrownBy(to::removeNode).isInstanceOf(EhpcException.class);
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void q15DeleteNodesFallsBackToNodeListOnce() throws Exception {
    try (Connected to = Connected.to(code(1100), ACCEPTED)) {
      assertThat(to.deleteNode().operation()).isEqualTo("j-60tfxp7txad");
      to.deleteNode();

      assertThat(to.server.body(0)).contains("\"node_ids\": [\"cln-hzzvbtnh\"]");
      assertThat(to.server.body(1)).contains("\"node_list\": [\"cln-hzzvbtnh\"]");
      assertThat(to.server.body(2)).as("remembered").contains("\"node_list\": ");
      assertThat(to.server.requests()).hasSize(3);
    }
  }

  @Test
  void q15MalformedEitherWayTellsWhatWasSaidOfTheDocumentedForm() throws Exception {
    String second = json("{\"ret_code\": 1100, \"message\": \"second\"}");
    try (Connected to = Connected.to(code(1100), second)) {
      assertThatThrownBy(to::deleteNode)
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("said 1100");
      assertThat(to.server.requests()).hasSize(2);
    }
  }

  @Test
  void q16QueueListFallsBackToGet() throws Exception {
    try (Connected to = Connected.to(code(1101), LIST)) {
      to.listQueues();
      to.listQueues();

      assertThat(to.server.lines())
          .extracting(line -> line.substring(0, line.indexOf('?')))
          .containsExactly(
              "POST /api/queue/ehpc/getQueueList",
              "GET /api/queue/ehpc/getQueueList",
              "GET /api/queue/ehpc/getQueueList");
    }
  }

  @Test
  void expiredRequestIsSignedAgainWithTheServicesClock() throws Exception {
    try (Connected to = Connected.to(EXPIRED, ACCEPTED)) {
      to.removeNode();

      assertThat(to.server.lines().getLast()).contains("timestamp=2021-08-19T16%3A45%3A40Z");
      assertThat(to.time.sleeps()).isEmpty();
    }
  }

  @Test
  void expiredTwiceNamesTheMeasuredOffset() throws Exception {
    try (Connected to = Connected.to(EXPIRED)) {
      assertThatExceptionOfType(AuthException.class)
          .isThrownBy(to::removeNode)
          .satisfies(failure -> assertThat(failure.hint()).contains("the service's is 60 s ahead"));
      assertThat(to.server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 500})
  void expiredIsKnownByItsCodeWhateverTheHttpStatus(int status) throws Exception {
    String expired = json(status, "{\"ret_code\": 1300}", DATE_60_S_AHEAD);
    try (Connected to = Connected.to(expired, LIST);
        Connected write = Connected.to(expired, ACCEPTED)) {
      to.listNodes();
      write.removeNode();

      assertThat(to.server.lines().getLast()).contains("timestamp=2021-08-19T16%3A45%3A40Z");
      assertThat(write.server.lines().getLast()).contains("timestamp=2021-08-19T16%3A45%3A40Z");
      assertThat(to.api.clockOffset()).isEqualTo(Duration.ofSeconds(60));
    }
  }

  @Test
  void expiredThoughTheClocksAgreeIsNotSentAgain() throws Exception {
    String expired = json(200, "{\"ret_code\": 1300}", "Date: Thu, 19 Aug 2021 16:44:40 GMT\r\n");
    try (Connected to = Connected.to(expired)) {
      assertThatExceptionOfType(AuthException.class)
          .isThrownBy(to::removeNode)
          .satisfies(failure -> assertThat(failure.hint()).contains("the clocks agree"));
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  /// The reply to a write that is answered 401 cannot be read; its date can.
  @Test
  void writeAnswered401WithAnotherClockIsSignedAgain() throws Exception {
    String refused = json(401, "{\"ret_code\": 1300}", DATE_60_S_AHEAD);
    try (Connected to = Connected.to(refused, ACCEPTED)) {
      assertThat(to.removeNode().operation()).isEqualTo("j-60tfxp7txad");
    }
  }

  @Test
  void interruptEndsTheWaitingAndStaysSet() throws Exception {
    try (Connected to = Connected.to(code(5100))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(to::listNodes).isInstanceOf(BusyException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void interruptEndsALongPauseAtOnce() throws Exception {
    try (Connected to = Connected.to(code(5200))) {
      Clocks real = Clocks.of(Time.scaled(Clock.fixed(Connected.AT, ZoneOffset.UTC), 1));
      EhpcApi api = EhpcApi.connect(to.options.withClocks(real));
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread reader =
          Thread.ofPlatform()
              .start(() -> {
                thrown.set(
                    catchThrowableOfType(
                        BusyException.class,
                        () -> api.nodes().list(new NodesApi.Query("ehpc-1", 0, 100))));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      await().until(() -> !to.waits.isEmpty());

      reader.interrupt();

      assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
      assertThat(thrown.get()).hasMessageContaining("ret_code 5200");
      assertThat(interrupted).isTrue();
    }
  }

  @Test
  void interruptEndsAHangingReadOnAVirtualThread() throws Exception {
    try (Connected to = Connected.to(RawServer.SILENCE)) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread reader =
          Thread.ofVirtual()
              .start(() -> thrown.set(catchThrowableOfType(BusyException.class, to::listNodes)));
      await().until(() -> !to.server.requests().isEmpty());

      reader.interrupt();

      assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
      assertThat(thrown.get()).isNotNull();
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void listenerIsToldOfEachAttemptOnce() throws Exception {
    String gateway = "HTTP/1.1 502 X\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(code(5100), gateway, LIST)) {
      to.listQueues();

      assertThat(to.records)
          .extracting(CallRecord::attempt, CallRecord::code, CallRecord::failure)
          .containsExactly(
              tuple(1, 5100, ""), tuple(2, 0, "unreadable, HTTP 502"), tuple(3, 0, ""));
      assertThat(to.records)
          .allMatch(record -> record.path().equals("/queue/ehpc/getQueueList"))
          .allMatch(record -> record.method().equals("POST"));
      assertThat(to.api.calls()).isEqualTo(3);
    }
  }

  private static Endpoint endpoint(String method) {
    return Stream.of(NodesApi.class.getMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .map(candidate -> Endpoint.of(candidate, _ -> ""))
        .findFirst()
        .orElseThrow();
  }
}
