package io.ebb.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The indices of all names of one pattern: a set of tuples as long as the pattern has slots, never
/// an empty set.
///
/// Kept as a tree of ranges. Each segment says which first indices share the same rest; segments
/// are sorted, disjoint and as long as can be, so equal sets are equal values, and an operation on
/// two sets is one sweep over both.
///
/// @param segments sorted; none in [#END]
record IndexSet(List<Segment> segments) {
  /// What follows the last index: the one tuple of length 0.
  static final IndexSet END = new IndexSet(List.of());

  /// The index codes from `first` to `last`, each followed by every tuple of `rest`.
  record Segment(long first, long last, IndexSet rest) {
    Segment before(IndexSet other) {
      return new Segment(first, last, other);
    }
  }

  /// The codes of one slot.
  static IndexSet range(long first, long last) {
    return new IndexSet(List.of(new Segment(first, last, END)));
  }

  /// Sorted single codes of one slot, no two of them neighbours.
  static IndexSet codes(Collection<Long> codes) {
    return new IndexSet(codes.stream().map(code -> new Segment(code, code, END)).toList());
  }

  /// Every combination of one code from each slot.
  static IndexSet product(List<IndexSet> slots) {
    IndexSet tuples = END;
    for (IndexSet slot : slots.reversed()) {
      IndexSet rest = tuples;
      tuples = new IndexSet(slot.segments.stream().map(part -> part.before(rest)).toList());
    }
    return tuples;
  }

  /// The outcome of an operation, null for the empty set on either side of it.
  static @Nullable IndexSet combine(
      @Nullable IndexSet left, @Nullable IndexSet right, SetOperator operator) {
    if (left == null) {
      return operator.keepsRight() ? right : null;
    }
    if (right == null) {
      return operator.keepsLeft() ? left : null;
    }
    if (left.segments.isEmpty()) {
      return operator.keepsBoth() ? END : null;
    }
    List<Segment> swept = new Sweep(left.segments, right.segments, operator).run();
    return swept.isEmpty() ? null : new IndexSet(swept);
  }

  IndexSet union(IndexSet other) {
    List<Segment> swept = new Sweep(segments, other.segments, SetOperator.UNION).run();
    return new IndexSet(swept);
  }

  /// The indices of one slot with their digits changed, where that leaves neighbours neighbours.
  IndexSet mapped(UnaryOperator<String> change) {
    return new IndexSet(
        segments.stream()
            .map(part -> new Segment(changed(part.first, change), changed(part.last, change), END))
            .toList());
  }

  /// The indices of one slot with their digits changed, where that leaves no two of them
  /// neighbours.
  IndexSet spread(UnaryOperator<String> change) {
    return codes(codes().stream().map(code -> changed(code, change)).toList());
  }

  /// How many tuples.
  long size() {
    if (segments.isEmpty()) {
      return 1;
    }
    long size = 0;
    for (Segment segment : segments) {
      size += (segment.last - segment.first + 1) * segment.rest.size();
    }
    return size;
  }

  /// Whether it holds this tuple, given as the set of just it.
  boolean holds(IndexSet tuple) {
    if (tuple.segments.isEmpty()) {
      return true;
    }
    Segment wanted = tuple.segments.getFirst();
    Segment candidate = segments.get(firstEndingAtOrAfter(wanted.first));
    return candidate.first <= wanted.first
        && wanted.first <= candidate.last
        && candidate.rest.holds(wanted.rest);
  }

  /// The codes of the first index, ascending.
  List<Long> codes() {
    List<Long> codes = new ArrayList<>();
    for (Segment segment : segments) {
      for (long code = segment.first; code <= segment.last; code++) {
        codes.add(code);
      }
    }
    return codes;
  }

  long firstCode() {
    return segments.getFirst().first;
  }

  long lastCode() {
    return segments.getLast().last;
  }

  private static long changed(long code, UnaryOperator<String> change) {
    return Index.code(change.apply(Index.digits(code)));
  }

  /// The position of the first segment that ends at the code or after it, or of the last one.
  private int firstEndingAtOrAfter(long code) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).last < code) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
