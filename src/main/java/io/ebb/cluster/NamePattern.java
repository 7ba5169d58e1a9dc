package io.ebb.cluster;

import java.util.List;

/// What names have in common besides their indices: `node%` of `node12`, `rack%node%-ib` of
/// `rack1node2-ib`. Sorts as ClusterShell sorts the names of a set.
///
/// @param template the text, with `%` (which no name may contain) for each index
record NamePattern(String template) implements Comparable<NamePattern> {
  static final char SLOT = '%';

  /// The text with its slots filled in order.
  String filled(List<String> indices) {
    StringBuilder name = new StringBuilder();
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == SLOT) {
        name.append(indices.get(next++));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  @Override
  public int compareTo(NamePattern other) {
    return template.compareTo(other.template);
  }
}
