package io.ebb.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

/// Joins many sets into one without copying the growing sum for each of them, and without keeping
/// much more than a set may hold.
final class Joined<T> {
  private final BinaryOperator<T> joining;
  private final ToLongFunction<T> size;
  private final List<T> parts = new ArrayList<>();
  private long kept;

  Joined(BinaryOperator<T> joining, ToLongFunction<T> size) {
    this.joining = joining;
    this.size = size;
  }

  void add(T part) {
    parts.add(part);
    kept += size.applyAsLong(part);
    if (kept > 2L * NodeSet.LIMIT) {
      T sum = halves(parts);
      parts.clear();
      parts.add(sum);
      kept = size.applyAsLong(sum);
    }
  }

  /// What all parts make together; there must be one.
  T sum() {
    return halves(parts);
  }

  private T halves(List<T> some) {
    int middle = some.size() / 2;
    return middle == 0
        ? some.getFirst()
        : joining.apply(halves(some.subList(0, middle)), halves(some.subList(middle, some.size())));
  }
}
