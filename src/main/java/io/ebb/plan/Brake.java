package io.ebb.plan;

/// When so many of the nodes that stay are unhealthy that none is destroyed any more (rule 9): when
/// there are more than this share *and* more than this number.
///
/// @param percent the share of unhealthy nodes that is borne, 0 to 100
/// @param nodes the number of unhealthy nodes that is borne
public record Brake(int percent, int nodes) {
  private static final Brake DEFAULTS = new Brake(45, 3);

  /// Checks the ranges.
  public Brake {
    if (percent < 0 || percent > 100 || nodes < 0) {
      throw new IllegalArgumentException(
          "the brake takes a share of 0%% to 100%% and no negative number of nodes, not %d%% and %d"
              .formatted(percent, nodes));
    }
  }

  /// More than 45 %, and more than 3.
  public static Brake defaults() {
    return DEFAULTS;
  }

  /// The brake that acts when either does.
  Brake strictest(Brake other) {
    return new Brake(Math.min(percent, other.percent), Math.min(nodes, other.nodes));
  }

  boolean acts(long unhealthy, long of) {
    return unhealthy > nodes && unhealthy * 100 > of * percent;
  }
}
