package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An earlier time of the world.
public sealed interface Past {

  /// So long ago, by the clock of the world.
  record Ago(Duration span) implements Past {
    /// @throws IllegalArgumentException when it is negative
    public Ago {
      Span.checkForward(span);
    }
  }

  /// Before the last so many of [Simulator#changes()], and whatever else came at the same instant.
  record Before(int changes) implements Past {
    /// @throws IllegalArgumentException when it is not from 1
    public Before {
      if (changes < 1) {
        throw new IllegalArgumentException("changes are counted from 1, not " + changes);
      }
    }
  }

  /// When that was; before the beginning is the beginning.
  default Instant from(Instant now, List<Change> changes) {
    return switch (this) {
      case Ago(Duration span) -> now.minus(span);
      case Before(int count) ->
          changes.isEmpty()
              ? now
              : changes.get(Math.max(0, changes.size() - count)).at().minusNanos(1);
    };
  }
}
