package io.ebb.sim;

import java.util.random.RandomGenerator;

/// Which of the calls that a fault concerns it hits. Calls are counted from 1.
public sealed interface Occasion {

  /// Every call.
  record Always() implements Occasion {}

  /// The nth call only.
  record Nth(int nth) implements Occasion {
    /// @throws IllegalArgumentException when it is not from 1
    public Nth {
      counted(nth);
    }
  }

  /// The nth call and all after it.
  record From(int nth) implements Occasion {
    /// @throws IllegalArgumentException when it is not from 1
    public From {
      counted(nth);
    }
  }

  /// Each nth call: with 3 the third, the sixth, the ninth.
  record Each(int nth) implements Occasion {
    /// @throws IllegalArgumentException when it is not from 1
    public Each {
      counted(nth);
    }
  }

  /// The first calls, so many.
  record First(int count) implements Occasion {
    /// @throws IllegalArgumentException when it is not from 1
    public First {
      counted(count);
    }
  }

  /// Each call with that probability, from 0 to 1.
  record Chance(double probability) implements Occasion {
    /// @throws IllegalArgumentException when it is no probability
    public Chance {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("chance " + probability + " is not from 0 to 1");
      }
    }
  }

  /// Whether the call is hit.
  ///
  /// @param count which call it is, from 1
  /// @param random asked once for a chance, and not at all for anything else
  default boolean hits(int count, RandomGenerator random) {
    return switch (this) {
      case Always() -> true;
      case Nth(int nth) -> count == nth;
      case From(int nth) -> count >= nth;
      case Each(int nth) -> count % nth == 0;
      case First(int first) -> count <= first;
      case Chance(double probability) -> random.nextDouble() < probability;
    };
  }

  private static void counted(int nth) {
    if (nth < 1) {
      throw new IllegalArgumentException("calls are counted from 1, not " + nth);
    }
  }
}
