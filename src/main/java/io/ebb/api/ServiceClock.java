package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Our clock, corrected by what the service's `Date` header shows when it refuses a timestamp. What
/// other replies show is kept too, for people; it corrects nothing, because whatever stands between
/// us and the service may have a clock of its own.
final class ServiceClock implements InstantSource {
  private static final int EXPIRED = 1300;
  private static final int UNAUTHORIZED = 401;

  private final InstantSource own;
  private volatile Duration offset = Duration.ZERO;
  private volatile @Nullable Duration seen;

  ServiceClock(InstantSource own) {
    this.own = own;
  }

  /// The service's time, as far as known.
  @Override
  public Instant instant() {
    return own.instant().plus(offset());
  }

  /// Our time, uncorrected.
  Instant own() {
    return own.instant();
  }

  /// Takes note of the date of any reply to a request that was sent at `sent`, our time. The date
  /// was written somewhere between then and now; it is compared with the middle, in whole seconds
  /// as it has no finer ones.
  void see(Instant sent, Headers headers) {
    Instant date = headers.date();
    if (date != null) {
      Instant middle = sent.plus(Duration.between(sent, own()).dividedBy(2));
      seen = Duration.between(middle.truncatedTo(ChronoUnit.SECONDS), date);
    }
  }

  /// How far the service's clock was ahead of ours when it last replied; null before.
  @Nullable Duration seen() {
    return seen;
  }

  /// How far the service's clock is ahead of ours, as signatures allow for it.
  Duration offset() {
    return offset;
  }

  /// Takes the date of a reply as the truth when the reply says that ours is wrong, or may say so:
  /// of a write that is answered 401 only the status is known.
  void correctBy(Reply reply) {
    Instant date =
        switch (reply) {
          case Reply.Refused refused when refused.code() == EXPIRED -> refused.headers().date();
          case Reply.Unreadable answer when answer.status() == UNAUTHORIZED ->
              answer.headers().date();
          default -> null;
        };
    if (date != null) {
      offset = Duration.between(own.instant(), date);
    }
  }
}
