package io.ebb.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How many nodes are retired at a time (rule 7). One batch ends before the next begins, so that a
/// mistake shows on few nodes. `parse(x.label())` is equal to `x`.
public sealed interface Batches {

  /// How many nodes the batch with this index (from 0) holds when `total` nodes are to be retired;
  /// at least 1.
  int size(int index, int total);

  /// The notation that [#parse] reads.
  String label();

  /// One node first, then 2, 4, 8 and so on. The default.
  record Doubling() implements Batches {
    @Override
    public int size(int index, int total) {
      return 1 << Math.min(index, 30);
    }

    @Override
    public String label() {
      return "doubling";
    }
  }

  /// These sizes, of which the last repeats.
  ///
  /// @param sizes at least one size, each at least 1
  record Sizes(List<Integer> sizes) implements Batches {
    /// Copies and checks.
    public Sizes {
      sizes = List.copyOf(sizes);
      if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
        throw new IllegalArgumentException("batch sizes must be 1 or more, not " + sizes);
      }
    }

    @Override
    public int size(int index, int total) {
      return sizes.get(Math.min(index, sizes.size() - 1));
    }

    @Override
    public String label() {
      return sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /// The same share of the whole set in each batch, rounded up.
  ///
  /// @param percent 1 to 100; 100 is everything at once
  record Share(int percent) implements Batches {
    /// Checks the range.
    public Share {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException("a batch share must be 1% to 100%, not " + percent);
      }
    }

    @Override
    public int size(int index, int total) {
      return Math.max(1, Math.ceilDiv(total * percent, 100));
    }

    @Override
    public String label() {
      return percent == 100 ? "all" : percent + "%";
    }
  }

  /// The batches by their notation: `1,2,4` (the last size repeats), `25%`, `all` or `doubling`.
  ///
  /// @throws IllegalArgumentException when the text is none of these
  static Batches parse(String text) {
    String word = text.strip();
    if (word.equals("all")) {
      return new Share(100);
    }
    if (word.equals("doubling")) {
      return new Doubling();
    }
    try {
      return word.endsWith("%")
          ? new Share(Integer.parseInt(word.substring(0, word.length() - 1).strip()))
          : new Sizes(
              Arrays.stream(word.split(",", -1)).map(String::strip).map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "cannot read batches '" + text + "': write 1,2,4 or 25% or all or doubling", e);
    }
  }

  /// The items cut into batches, in their order.
  default <T> List<List<T>> split(List<T> items) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < items.size(); ) {
      int to = from + Math.min(size(batches.size(), items.size()), items.size() - from);
      batches.add(List.copyOf(items.subList(from, to)));
      from = to;
    }
    return List.copyOf(batches);
  }
}
