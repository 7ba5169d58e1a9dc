package io.ebb.plan;

import java.time.Duration;

/// How often to look while something is waited for: soon at first, then less and less often.
///
/// @param first the wait before the first look
/// @param growth how much longer each further wait is, 1 or more
/// @param longest no wait is longer
public record Pace(Duration first, double growth, Duration longest) {

  private static final Pace STANDARD = new Pace(Duration.ofSeconds(8), 2, Duration.ofSeconds(32));
  private static final Pace LEAVING = new Pace(Duration.ofSeconds(13), 1.5, Duration.ofSeconds(32));
  private static final Pace DELETION = new Pace(Duration.ofSeconds(28), 1, Duration.ofSeconds(28));

  /// Checks the ranges.
  public Pace {
    if (!first.isPositive() || growth < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a pace starts above zero and grows: %s, ×%s, %s".formatted(first, growth, longest));
    }
  }

  /// 8 seconds, then 16, then every 32: for whatever may take seconds or hours.
  public static Pace standard() {
    return STANDARD;
  }

  /// For nodes that leave their queue: 13 seconds first. The documented example of a queue
  /// operation takes 7; when it is seen to have ended, jobs have had the time to settle
  /// ([Step.Drain#SETTLE]), and one look shows both.
  public static Pace ofLeaving() {
    return LEAVING;
  }

  /// For a deletion: every 28 seconds. What takes 55, as the documented example of a creation does,
  /// is seen to have ended at the second look.
  public static Pace ofDeletion() {
    return DELETION;
  }

  /// The wait before the look with this index, from 0.
  public Duration waitBefore(int look) {
    double millis = (double) first.toMillis() * Math.pow(growth, look);
    return Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis()));
  }

  /// How many looks it takes to see the end of something that takes `span`; at least 1.
  public int looks(Duration span) {
    int looks = 1;
    while (elapsed(looks).compareTo(span) < 0) {
      looks++;
    }
    return looks;
  }

  /// How long this many looks take.
  public Duration elapsed(int looks) {
    Duration sum = Duration.ZERO;
    for (int look = 0; look < looks; look++) {
      sum = sum.plus(waitBefore(look));
    }
    return sum;
  }
}
