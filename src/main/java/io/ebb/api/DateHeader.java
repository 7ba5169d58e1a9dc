package io.ebb.api;

import feign.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `Date` header, by which a service shows its clock, in whole seconds.
final class DateHeader {
  private DateHeader() {}

  /// What the response says; null when it says nothing that can be read.
  static @Nullable Instant of(Response response) {
    return response.headers().getOrDefault("Date", List.of()).stream()
        .findFirst()
        .map(DateHeader::parse)
        .orElse(null);
  }

  private static @Nullable Instant parse(String date) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
