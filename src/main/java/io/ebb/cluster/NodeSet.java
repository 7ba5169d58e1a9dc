package io.ebb.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An immutable set of node names, in the notation of ClusterShell and Slurm.
///
/// | Written | Means |
/// |---|---|
/// | `node12`, `cln-8jqdq0mz` | one name |
/// | `node[1-9,12]`, `node[1-9/2]`, `node[001-010]` | numbers, with a step, with padding |
/// | `rack[1-2]node[1-4]-ib` | every combination |
/// | `@queue:batch`, `@role:compute` | a group |
/// | `node1*`, `node?` | the known names that match |
/// | `a,b` `a!b` `a&b` `a^b` | union, minus, intersection, exclusive or; from left to right |
///
/// Blanks may surround operands and numbers. `parse(set.fold())` equals the set. Ranges stay ranges
/// inside, so a set of 100,000 numbered names is small. A set holds at most 1,000,000 names; what
/// would make a larger one throws [NodeSetException]. Safe for use by many threads.
public final class NodeSet implements Iterable<String> {
  static final int LIMIT = 1_000_000;
  static final String BEYOND_LIMIT = "more than 1,000,000 names";

  private static final NodeSet EMPTY = new NodeSet(new TreeMap<>());

  private final SortedMap<NamePattern, IndexSet> patterns;
  private final int size;

  private NodeSet(SortedMap<NamePattern, IndexSet> patterns) {
    this.patterns = Collections.unmodifiableSortedMap(patterns);
    long count = patterns.values().stream().mapToLong(IndexSet::size).sum();
    if (count > LIMIT) {
      throw new NodeSetException(fold(), 1, BEYOND_LIMIT);
    }
    this.size = (int) count;
  }

  /// The set of no names.
  public static NodeSet empty() {
    return EMPTY;
  }

  /// Reads an expression in which no group is known and no wildcard matches. A blank one is the
  /// empty set. Throws [NodeSetException] at the first faulty part.
  public static NodeSet parse(String expression) {
    return parse(expression, Universe.none());
  }

  /// Reads an expression whose groups and wildcards stand for names of `universe`. A blank one is
  /// the empty set. Throws [NodeSetException] at the first faulty part.
  public static NodeSet parse(String expression, Universe universe) {
    return new NodeSetParser(expression, universe).parse();
  }

  /// The set of these names, each taken as it stands. Throws [NodeSetException] for one that is
  /// empty or holds anything but letters, digits, `-`, `_` and `.`.
  public static NodeSet of(Collection<String> names) {
    return unionOf(names.stream().map(NodeSet::single).toList());
  }

  static NodeSet of(NamePattern pattern, IndexSet indices) {
    return new NodeSet(new TreeMap<>(Collections.singletonMap(pattern, indices)));
  }

  /// The union of any number of sets, faster than one by one.
  public static NodeSet unionOf(List<NodeSet> sets) {
    Joined<NodeSet> union = new Joined<>(NodeSet::union, NodeSet::size);
    union.add(EMPTY);
    sets.forEach(union::add);
    return union.sum();
  }

  /// The shortest way to write the set: `node[1-9,12]`, empty for the empty set. Steps are never
  /// used. Names sort by their text, then by length and value of the number.
  public String fold() {
    return String.join(",", patterns.entrySet().stream().flatMap(NodeSet::folded).toList());
  }

  /// The names, in the order in which [#fold()] shows them.
  public List<String> expand() {
    return patterns.entrySet().stream().flatMap(NodeSet::expanded).toList();
  }

  /// How many names.
  public int size() {
    return size;
  }

  /// Whether it holds no name.
  public boolean isEmpty() {
    return size == 0;
  }

  /// Whether it holds this name. False for what can be no name.
  public boolean contains(String name) {
    return isName(name)
        && NameBuilder.single(name).patterns.entrySet().stream().allMatch(this::holds);
  }

  /// The names in this set, in the other, or in both.
  public NodeSet union(NodeSet other) {
    return combined(other, SetOperator.UNION);
  }

  /// The names in both sets.
  public NodeSet intersect(NodeSet other) {
    return combined(other, SetOperator.INTERSECTION);
  }

  /// The names in this set and not in the other.
  public NodeSet minus(NodeSet other) {
    return combined(other, SetOperator.MINUS);
  }

  /// The names in exactly one of the two sets.
  public NodeSet xor(NodeSet other) {
    return combined(other, SetOperator.XOR);
  }

  NodeSet combined(NodeSet other, SetOperator operator) {
    TreeSet<NamePattern> all = new TreeSet<>(patterns.keySet());
    all.addAll(other.patterns.keySet());
    SortedMap<NamePattern, IndexSet> combined = new TreeMap<>();
    for (NamePattern pattern : all) {
      IndexSet indices =
          IndexSet.combine(patterns.get(pattern), other.patterns.get(pattern), operator);
      if (indices != null) {
        combined.put(pattern, indices);
      }
    }
    return combined.isEmpty() ? EMPTY : new NodeSet(combined);
  }

  /// Over [#expand()].
  @Override
  public Iterator<String> iterator() {
    return expand().iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeSet set && patterns.equals(set.patterns);
  }

  @Override
  public int hashCode() {
    return patterns.hashCode();
  }

  /// The same as [#fold()].
  @Override
  public String toString() {
    return fold();
  }

  private boolean holds(Map.Entry<NamePattern, IndexSet> name) {
    IndexSet indices = patterns.get(name.getKey());
    return indices != null && indices.holds(name.getValue());
  }

  private static NodeSet single(String name) {
    if (!isName(name)) {
      throw new NodeSetException(name, 1, "a node name has letters, digits, '-', '_' and '.' only");
    }
    return NameBuilder.single(name);
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> TermParser.allowedInName((char) c));
  }

  private static Stream<String> folded(Map.Entry<NamePattern, IndexSet> names) {
    return Folding.boxes(names.getValue()).stream().map(box -> names.getKey().filled(box.folded()));
  }

  private static Stream<String> expanded(Map.Entry<NamePattern, IndexSet> names) {
    return Folding.boxes(names.getValue()).stream()
        .flatMap(Box::tuples)
        .map(tuple -> names.getKey().filled(tuple.stream().map(Index::digits).toList()));
  }
}
