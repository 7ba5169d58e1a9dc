package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One call and its attempts: decides after each failure whether and when there is another.
///
/// A read is tried again while the service is busy, until the patience ends; and a short while when
/// it cannot be reached, so that a wrong endpoint is told within seconds. A write is tried again
/// only when it did not reach the service, or was refused for its form or its time: not when the
/// service is busy, because whoever wants it has to look before it is sent later.
final class Call {
  private static final Duration REACH_WITHIN = Duration.ofSeconds(4);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final Instant begun;
  private final Duration patience;
  private int attempts;
  private Duration signedWith = Duration.ZERO;
  private boolean resigned;
  private @Nullable EhpcException refusedAsMalformed;

  Call(Endpoint endpoint, Instant begun, Duration patience) {
    this.endpoint = endpoint;
    this.begun = begun;
    this.patience = patience;
  }

  /// Notes that an attempt begins, signed with this clock offset; returns its number, from 1.
  int begin(Duration offset) {
    signedWith = offset;
    return ++attempts;
  }

  /// Whether to try the other form now: once, when this one was malformed to the service.
  boolean wantsOtherForm(EhpcException failure) {
    if (endpoint.otherwise() == null || refusedAsMalformed != null || !malformed(failure)) {
      return false;
    }
    refusedAsMalformed = failure;
    return true;
  }

  /// Whether to sign and send again now: once, when the clock has been corrected since.
  boolean wantsNewSignature(EhpcException failure, Duration offset) {
    boolean corrected = offset.minus(signedWith).abs().compareTo(CLOCK_TOLERANCE) >= 0;
    if (resigned || !corrected || !(failure instanceof AuthException)) {
      return false;
    }
    resigned = true;
    return true;
  }

  /// How long to wait before the next attempt; empty when there is none.
  Optional<Duration> pause(Reply.Failed reply, EhpcException failure, Instant now) {
    Duration limit = limit(reply, failure);
    Duration pause = backOff();
    boolean late = Duration.between(begun, now).plus(pause).compareTo(limit) > 0;
    return late ? Optional.empty() : Optional.of(pause);
  }

  /// What to throw in the end: if both forms were malformed, what was said of the first.
  EhpcException verdict(EhpcException last) {
    return refusedAsMalformed != null && malformed(last) ? refusedAsMalformed : last;
  }

  private Duration limit(Reply.Failed reply, EhpcException failure) {
    if (reply instanceof Reply.NotSent) {
      return patience.compareTo(REACH_WITHIN) < 0 ? patience : REACH_WITHIN;
    }
    return failure instanceof BusyException && !endpoint.write() ? patience : Duration.ZERO;
  }

  /// Doubles each time; the jitter keeps many clients from coming back together.
  private Duration backOff() {
    long full = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
    long capped = Math.min(full, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(capped / 2, capped + 1));
  }

  private static boolean malformed(EhpcException failure) {
    return failure.code() == 1100 || failure.code() == 1101;
  }
}
