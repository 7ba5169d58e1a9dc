package io.ebb.api;

import feign.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the headers of an answer say that its body does not.
///
/// @param date the answerer's clock, in whole seconds; null when it does not show it
/// @param retryAfter how long it wants to be left alone; null when it does not say
record Headers(@Nullable Instant date, @Nullable Duration retryAfter) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  static Headers of(Response response) {
    Instant date = value(response, "Date").map(Headers::instant).orElse(null);
    boolean wait = response.status() == TOO_MANY_REQUESTS || response.status() == UNAVAILABLE;
    return new Headers(
        date,
        wait ? value(response, "Retry-After").map(text -> span(text, date)).orElse(null) : null);
  }

  private static Optional<String> value(Response response, String name) {
    return response.headers().getOrDefault(name, List.of()).stream().findFirst();
  }

  /// Seconds, or a moment by the clock of whoever answers.
  private static @Nullable Duration span(String text, @Nullable Instant date) {
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Instant until = instant(text);
    return until == null || date == null || until.isBefore(date)
        ? null
        : Duration.between(date, until);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
