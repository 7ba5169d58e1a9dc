package io.ebb.cluster;

import static java.util.Comparator.comparingLong;

import io.ebb.cluster.IndexSet.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A product of sides, one for each slot of a pattern: what one name with brackets stands for.
///
/// @param sides the codes of each slot
record Box(List<IndexSet> sides) {
  private static final Comparator<IndexSet> BY_SIDE =
      comparingLong((IndexSet side) -> -side.size())
          .thenComparing(side -> Index.digits(side.firstCode()))
          .thenComparing(side -> Index.digits(side.lastCode()));

  /// ClusterShell's order: the larger box first; then, side by side, the longer one, and the one
  /// with the lower indices as text.
  static final Comparator<Box> ORDER =
      comparingLong((Box box) -> -box.size()).thenComparing(Box::sides, Box::compareSides);

  /// The single tuples, the last index changing fastest.
  Stream<List<Long>> tuples() {
    return tuples(List.of());
  }

  private Stream<List<Long>> tuples(List<Long> head) {
    if (head.size() == sides.size()) {
      return Stream.of(head);
    }
    return sides.get(head.size()).codes().stream().flatMap(code -> tuples(append(head, code)));
  }

  /// Both boxes as one, if they differ in one side only.
  Optional<Box> joined(Box other) {
    int[] different =
        IntStream.range(0, sides.size())
            .filter(i -> !sides.get(i).equals(other.sides.get(i)))
            .limit(2)
            .toArray();
    if (different.length != 1) {
      return Optional.empty();
    }
    int only = different[0];
    List<IndexSet> joined = new ArrayList<>(sides);
    joined.set(only, sides.get(only).union(other.sides.get(only)));
    return Optional.of(new Box(List.copyOf(joined)));
  }

  /// The sides as a name shows them: `7`, or `[1-3,9]` where there are several.
  List<String> folded() {
    return sides.stream().map(Box::folded).toList();
  }

  private long size() {
    return sides.stream().mapToLong(IndexSet::size).reduce(1, Math::multiplyExact);
  }

  private static String folded(IndexSet side) {
    StringBuilder text = new StringBuilder();
    List<Segment> segments = side.segments();
    for (int i = 0; i < segments.size(); i++) {
      String first = Index.digits(segments.get(i).first());
      while (!Index.padded(first) && i + 1 < segments.size() && carries(segments, i)) {
        i++;
      }
      String last = Index.digits(segments.get(i).last());
      text.append(text.isEmpty() ? "" : ",").append(first);
      text.append(first.equals(last) ? "" : "-" + last);
    }
    return side.size() == 1 ? text.toString() : "[" + text + "]";
  }

  private static boolean carries(List<Segment> segments, int i) {
    return Index.carries(segments.get(i).last(), segments.get(i + 1).first());
  }

  private static int compareSides(List<IndexSet> some, List<IndexSet> others) {
    return IntStream.range(0, some.size())
        .map(i -> BY_SIDE.compare(some.get(i), others.get(i)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  private static List<Long> append(List<Long> head, Long code) {
    return Stream.concat(head.stream(), Stream.of(code)).toList();
  }
}
