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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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

  @Test
  void patienceWithABusyReadEnds() throws Exception {
    try (Connected to = Connected.to(code(5100))) {
      assertThatThrownBy(to::listNodes).isInstanceOf(BusyException.class);

      assertThat(Duration.between(Connected.AT, to.time.instant()))
          .isBetween(Duration.ofSeconds(100), to.options.patience().busy());
      assertThat(to.server.requests()).hasSizeLessThan(30);
    }
  }

  @Test
  void everyAttemptIsSignedAfresh() throws Exception {
    try (Connected to = Connected.to(code(5100), code(5100), code(5100), code(5100), LIST)) {
      to.listNodes();

      assertThat(to.server.lines())
          .filteredOn(line -> line.contains("16%3A44%3A40Z"))
          .hasSizeLessThan(4);
      assertThat(to.server.lines().getLast()).doesNotContain("16%3A44%3A40Z");
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
}
