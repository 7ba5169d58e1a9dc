package io.ebb.cluster;

import java.util.List;
import java.util.function.BinaryOperator;

/// Joins many values pairwise, halves first: joining one by one would copy the growing sum again
/// and again.
final class Halves {
  private Halves() {}

  static <T> T join(List<T> parts, BinaryOperator<T> joining) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int middle = parts.size() / 2;
    return joining.apply(
        join(parts.subList(0, middle), joining),
        join(parts.subList(middle, parts.size()), joining));
  }
}
