package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Our clock, corrected by what the service's `Date` header shows when it refuses a timestamp.
final class ServiceClock implements InstantSource {
  private static final int EXPIRED = 1300;
  private static final int UNAUTHORIZED = 401;

  private final InstantSource own;
  private volatile Duration offset = Duration.ZERO;

  ServiceClock(InstantSource own) {
    this.own = own;
  }

  /// The service's time, as far as known.
  @Override
  public Instant instant() {
    return own.instant().plus(offset());
  }

  /// How far the service's clock is ahead of ours, as last measured.
  Duration offset() {
    return offset;
  }

  /// Takes the date of a reply as the truth when the reply says that ours is wrong, or may say so:
  /// of a write that is answered 401 only the status is known.
  void correctBy(Reply reply) {
    if (reply instanceof Reply.Refused(int code, _, Instant date)
        && code == EXPIRED
        && date != null) {
      correctTo(date);
    } else if (reply instanceof Reply.Unreadable(int status, _, Instant date)
        && status == UNAUTHORIZED
        && date != null) {
      correctTo(date);
    }
  }

  private void correctTo(Instant date) {
    offset = Duration.between(own.instant(), date);
  }
}
