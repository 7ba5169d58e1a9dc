package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One call and its attempts: decides after each failure whether and when there is another.
///
/// A read is tried again at the pace that fits the failure, until the patience ends, which all
/// attempts share: the last pause is cut so that the last attempt ends in time too. Waiting for the
/// call quota has a patience of its own.
///
/// A write is tried again only when it did not reach the service, or was refused for its form or
/// its time. It is not sent again because the service was busy (5100, 5300), although it says that
/// it did nothing: until it is less busy the world changes, and whoever wants the write has to look
/// first whether it is still right. Nor for want of quota (2500), which may be one of resources.
final class Call {
  private static final Duration REACH_WITHIN = Duration.ofSeconds(4);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /// What the last attempt gets at least; with less than that left, there is none.
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Endpoint endpoint;
  private final Instant begun;
  private final Patience patience;
  private final RandomGenerator jitter;
  private final Map<Pace, Integer> failures = new EnumMap<>(Pace.class);
  private int attempts;
  private Duration heldBack = Duration.ZERO;
  private Duration signedWith = Duration.ZERO;
  private boolean resigned;
  private @Nullable EhpcException refusedAsMalformed;

  Call(Endpoint endpoint, Instant begun, Patience patience) {
    this.endpoint = endpoint;
    this.begun = begun;
    this.patience = patience;
    this.jitter = new SplittableRandom(begun.getEpochSecond() * 1_000_000_000 + begun.getNano());
  }

  /// Notes that an attempt begins, signed with this clock offset; returns its number, from 1.
  int begin(Duration offset) {
    signedWith = offset;
    return ++attempts;
  }

  /// Notes that the call was kept waiting for the quota.
  void heldBack(Duration span) {
    heldBack = heldBack.plus(span);
  }

  /// Until when to wait for the quota, whichever attempt waits.
  Instant roomBy() {
    return begun.plus(patience.quota());
  }

  /// How long the service may be silent in an attempt that begins now. A write always gets all of
  /// it, because to give up early is not to know.
  Duration answer(Instant now) {
    Duration left = busyLeft(now);
    boolean whole = endpoint.write() || attempts == 0 || left.compareTo(patience.answer()) >= 0;
    return whole ? patience.answer() : longer(left, shorter(LEAST, patience.answer()));
  }

  /// Whether to try the other form now: once, when this one was malformed to the service.
  boolean wantsOtherForm(EhpcException failure) {
    if (endpoint.otherwise() == null || refusedAsMalformed != null || !malformed(failure)) {
      return false;
    }
    refusedAsMalformed = failure;
    return true;
  }

  /// Whether the service refused what was asked for, and so understood the form, after it had not
  /// understood the other one.
  boolean understood(EhpcException failure) {
    return refusedAsMalformed != null
        && (failure instanceof ConflictException || failure instanceof NotFoundException);
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
  Optional<Duration> pause(Diagnosis diagnosis, Instant now) {
    Pace pace = endpoint.write() && diagnosis.pace() != Pace.REACH ? Pace.NEVER : diagnosis.pace();
    Duration left = left(pace, now).minus(LEAST);
    int nth = failures.merge(pace, 1, Integer::sum);
    Instant notBefore = diagnosis.notBefore();
    Duration known = notBefore == null ? Duration.ZERO : Duration.between(now, notBefore);
    Duration full = pace.pause(nth);
    if (!pace.allows(nth) || left.compareTo(known.plus(full.dividedBy(2))) < 0) {
      return Optional.empty();
    }
    return Optional.of(shorter(known.plus(jittered(full)), left));
  }

  /// Notes that the pause has passed.
  void waited(Diagnosis diagnosis, Duration pause) {
    if (diagnosis.pace() == Pace.QUOTA) {
      heldBack(pause);
    }
  }

  /// What to throw in the end: if both forms were malformed, what was said of the first.
  EhpcException verdict(EhpcException last) {
    return refusedAsMalformed != null && malformed(last) ? refusedAsMalformed : last;
  }

  private Duration left(Pace pace, Instant now) {
    return switch (pace) {
      case REACH ->
          wasThere() ? busyLeft(now) : shorter(busyLeft(now), REACH_WITHIN.minus(elapsed(now)));
      case QUOTA -> Duration.between(now, roomBy());
      case NEVER, FEW, SOON, SLOW -> busyLeft(now);
    };
  }

  /// Whether the service was reached before, so that the endpoint is not simply wrong. The time
  /// that a write takes is never drawn out.
  private boolean wasThere() {
    return !endpoint.write() && failures.keySet().stream().anyMatch(pace -> pace != Pace.REACH);
  }

  private Duration busyLeft(Instant now) {
    return patience.busy().minus(elapsed(now));
  }

  private Duration elapsed(Instant now) {
    return Duration.between(begun, now).minus(heldBack);
  }

  /// Keeps many clients from coming back together: no two of them began in the same nanosecond. In
  /// simulated time, what has happened once happens the same way again.
  private Duration jittered(Duration full) {
    long millis = full.toMillis();
    return Duration.ofMillis(jitter.nextLong(millis / 2, millis + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static boolean malformed(EhpcException failure) {
    return failure.code() == 1100 || failure.code() == 1101;
  }
}
