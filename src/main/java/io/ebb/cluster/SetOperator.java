package io.ebb.cluster;

import java.util.Optional;

/// What can stand between two operands. All bind equally and from left to right.
enum SetOperator {
  UNION(true, true, true),
  MINUS(true, false, false),
  INTERSECTION(false, true, false),
  XOR(true, false, true);

  private final boolean left;
  private final boolean both;
  private final boolean right;

  SetOperator(boolean left, boolean both, boolean right) {
    this.left = left;
    this.both = both;
    this.right = right;
  }

  static Optional<SetOperator> of(char symbol) {
    return switch (symbol) {
      case ',' -> Optional.of(UNION);
      case '!' -> Optional.of(MINUS);
      case '&' -> Optional.of(INTERSECTION);
      case '^' -> Optional.of(XOR);
      default -> Optional.empty();
    };
  }

  /// Whether it keeps what only the left operand has.
  boolean keepsLeft() {
    return left;
  }

  /// Whether it keeps what both operands have.
  boolean keepsBoth() {
    return both;
  }

  /// Whether it keeps what only the right operand has.
  boolean keepsRight() {
    return right;
  }
}
