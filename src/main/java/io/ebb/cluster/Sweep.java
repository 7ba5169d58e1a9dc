package io.ebb.cluster;

import io.ebb.cluster.IndexSet.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over two sorted lists of segments, cutting them where either begins or ends.
final class Sweep {
  private final List<Segment> left;
  private final List<Segment> right;
  private final SetOperator operator;
  private final List<Segment> result = new ArrayList<>();
  private int leftIndex;
  private int rightIndex;

  Sweep(List<Segment> left, List<Segment> right, SetOperator operator) {
    this.left = left;
    this.right = right;
    this.operator = operator;
  }

  List<Segment> run() {
    long from = 0;
    while (leftIndex < left.size() || rightIndex < right.size()) {
      from = step(from);
    }
    return List.copyOf(result);
  }

  /// Handles the next stretch over which both sides stay the same; returns where the one after it
  /// begins.
  private long step(long from) {
    Segment ofLeft = leftIndex < left.size() ? left.get(leftIndex) : null;
    Segment ofRight = rightIndex < right.size() ? right.get(rightIndex) : null;
    long first = Math.max(from, Math.min(start(ofLeft), start(ofRight)));
    long last = Math.min(endAfter(first, ofLeft), endAfter(first, ofRight));
    IndexSet rest = IndexSet.combine(restAt(first, ofLeft), restAt(first, ofRight), operator);
    if (rest != null) {
      append(first, last, rest);
    }
    if (ofLeft != null && ofLeft.last() == last) {
      leftIndex++;
    }
    if (ofRight != null && ofRight.last() == last) {
      rightIndex++;
    }
    return last + 1;
  }

  private void append(long first, long last, IndexSet rest) {
    if (!result.isEmpty()) {
      Segment previous = result.getLast();
      if (previous.last() + 1 == first && previous.rest().equals(rest)) {
        result.set(result.size() - 1, new Segment(previous.first(), last, rest));
        return;
      }
    }
    result.add(new Segment(first, last, rest));
  }

  private static long start(@Nullable Segment segment) {
    return segment == null ? Long.MAX_VALUE : segment.first();
  }

  private static long endAfter(long first, @Nullable Segment segment) {
    if (segment == null) {
      return Long.MAX_VALUE;
    }
    return segment.first() <= first ? segment.last() : segment.first() - 1;
  }

  private static @Nullable IndexSet restAt(long first, @Nullable Segment segment) {
    return segment != null && segment.first() <= first ? segment.rest() : null;
  }
}
