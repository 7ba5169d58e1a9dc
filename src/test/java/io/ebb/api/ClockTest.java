package io.ebb.api;

import static io.ebb.api.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the `Date` header of a reply tells about the clocks.
final class ClockTest {
  private static final String EMPTY_LIST = "{\"ret_code\": 0, \"total_count\": 0}";

  @ParameterizedTest
  @CsvSource({"16:45:40, 60", "16:44:40, 0", "16:43:00, -100"})
  void anyReplyShowsTheServicesClock(String at, long seconds) throws Exception {
    String date = "Date: Thu, 19 Aug 2021 %s GMT\r\n".formatted(at);
    try (Connected to = Connected.to(json(200, EMPTY_LIST, date))) {
      to.listNodes();

      assertThat(to.api.clockSeen()).contains(Duration.ofSeconds(seconds));
      assertThat(to.api.clockOffset()).as("signing").isZero();
    }
  }

  @Test
  void refusalShowsItToo() throws Exception {
    String refusal = "{\"ret_code\": 2100, \"message\": \"none\"}";
    try (Connected to =
        Connected.to(json(404, refusal, "Date: Thu, 19 Aug 2021 16:44:50 GMT\r\n"))) {
      assertThatThrownBy(to::listNodes).isInstanceOf(NotFoundException.class);

      assertThat(to.api.clockSeen()).contains(Duration.ofSeconds(10));
    }
  }

  @Test
  void nothingIsKnownBeforeTheFirstReplyOrWithoutADate() throws Exception {
    try (Connected to = Connected.to(json(EMPTY_LIST))) {
      assertThat(to.api.clockSeen()).isEmpty();

      to.listNodes();

      assertThat(to.api.clockSeen()).isEmpty();
    }
  }

  @Test
  void unreadableDateIsNone() throws Exception {
    try (Connected to = Connected.to(json(200, EMPTY_LIST, "Date: yesterday\r\n"))) {
      to.listNodes();

      assertThat(to.api.clockSeen()).isEmpty();
    }
  }

  /// A reply that took four seconds was dated in the middle of them.
  @Test
  void dateIsComparedWithTheMiddleOfTheExchange() {
    HandTime time = new HandTime(Connected.AT);
    ServiceClock clock = new ServiceClock(time);

    clock.see(Connected.AT.minusSeconds(4), new Headers(Connected.AT, null));

    assertThat(clock.seen()).isEqualTo(Duration.ofSeconds(2));
  }
}
