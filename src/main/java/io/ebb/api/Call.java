package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One call and its attempts: decides after each failure whether and when there is another.
///
/// A read is tried again while the service is busy, until the patience ends; and a short while when
/// it cannot be reached, so that a wrong endpoint is told within seconds. A write is tried again
/// only when the service surely did nothing.
final class Call {
  private static final Duration REACH_WITHIN = Duration.ofSeconds(4);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final Instant begun;
  private final Duration patience;
  private final RandomGenerator random;
  private int attempts;
  private Duration signedWith = Duration.ZERO;
  private boolean resigned;
  private @Nullable EhpcException refusedAsMalformed;

  Call(Endpoint endpoint, Instant begun, Duration patience, RandomGenerator random) {
    this.endpoint = endpoint;
    this.begun = begun;
    this.patience = patience;
    this.random = random;
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
  Optional<Duration> pause(EhpcException failure, Instant now) {
    Duration limit = limit(failure);
    Duration pause = backOff();
    boolean late = Duration.between(begun, now).plus(pause).compareTo(limit) > 0;
    return late ? Optional.empty() : Optional.of(pause);
  }

  /// What to throw in the end: if both forms were malformed, what was said of the first.
  EhpcException verdict(EhpcException last) {
    return refusedAsMalformed != null && malformed(last) ? refusedAsMalformed : last;
  }

  private Duration limit(EhpcException failure) {
    return switch (failure) {
      case BusyException busy -> mayRepeat(busy) ? patience : Duration.ZERO;
      case UnreachableException _ -> patience.compareTo(REACH_WITHIN) < 0 ? patience : REACH_WITHIN;
      case AmbiguousException _,
          AuthException _,
          BadRequestException _,
          ConflictException _,
          NotFoundException _,
          QuotaException _ ->
          Duration.ZERO;
    };
  }

  private boolean mayRepeat(BusyException busy) {
    return !endpoint.write() || busy.code() == 5100 || busy.code() == 5300;
  }

  /// Doubles each time; the jitter keeps many clients from coming back together.
  private Duration backOff() {
    long full = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
    long capped = Math.min(full, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(random.nextLong(capped / 2, capped + 1));
  }

  private static boolean malformed(EhpcException failure) {
    return failure.code() == 1100 || failure.code() == 1101;
  }
}
