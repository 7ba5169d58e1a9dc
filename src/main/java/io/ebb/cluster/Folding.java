package io.ebb.cluster;

import io.ebb.cluster.IndexSet.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Covers a set of tuples with few boxes.
///
/// With several slots there is more than one way. ClusterShell's is to begin with single tuples and
/// to join neighbours of a sorted list as long as it can. That costs the square of their number, so
/// a large set begins with the boxes that its tree of ranges has by itself, and a set of very many
/// boxes keeps those.
final class Folding {
  /// The most boxes, single tuples included, of which every pair is compared.
  private static final int JOINED = 1_000;

  private Folding() {}

  static List<Box> boxes(IndexSet tuples) {
    List<Box> boxes = products(tuples);
    if (boxes.size() > 1 && tuples.size() <= JOINED) {
      boxes = single(boxes);
    }
    if (boxes.size() <= JOINED) {
      join(boxes);
    }
    boxes.sort(Box.ORDER);
    return boxes;
  }

  private static List<Box> products(IndexSet tuples) {
    if (tuples.segments().isEmpty()) {
      return new ArrayList<>(List.of(new Box(List.of())));
    }
    Map<IndexSet, List<Segment>> byRest = new LinkedHashMap<>();
    for (Segment segment : tuples.segments()) {
      byRest
          .computeIfAbsent(segment.rest(), _ -> new ArrayList<>())
          .add(segment.before(IndexSet.END));
    }
    List<Box> boxes = new ArrayList<>();
    byRest.forEach((rest, firsts) -> addProducts(new IndexSet(firsts), rest, boxes));
    return boxes;
  }

  private static void addProducts(IndexSet first, IndexSet rest, List<Box> boxes) {
    for (Box box : products(rest)) {
      List<IndexSet> sides = new ArrayList<>(box.sides());
      sides.addFirst(first);
      boxes.add(new Box(List.copyOf(sides)));
    }
  }

  private static List<Box> single(List<Box> boxes) {
    List<Box> single = new ArrayList<>();
    boxes.stream()
        .flatMap(Box::tuples)
        .map(tuple -> tuple.stream().map(code -> IndexSet.range(code, code)).toList())
        .forEach(sides -> single.add(new Box(sides)));
    return single;
  }

  /// Compares neighbours only until that changes nothing any more, then every pair.
  private static void join(List<Box> boxes) {
    boolean everyPair = false;
    boolean done = false;
    while (!done) {
      boxes.sort(Box.ORDER);
      boolean changed = pass(boxes, everyPair);
      done = everyPair && !changed;
      everyPair |= !changed;
    }
  }

  private static boolean pass(List<Box> boxes, boolean everyPair) {
    boolean changed = false;
    for (int i = 0; i < boxes.size(); i++) {
      int next = i + 1;
      boolean going = true;
      while (going && next < boxes.size()) {
        Optional<Box> joined = boxes.get(i).joined(boxes.get(next));
        if (joined.isPresent()) {
          boxes.set(i, joined.get());
          boxes.remove(next);
          changed = true;
        } else {
          next++;
          going = everyPair;
        }
      }
    }
    return changed;
  }
}
