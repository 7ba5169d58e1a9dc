package io.ebb.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Groups and nodes that are given as expressions themselves, which may name other groups and hold
/// wildcards. Each is read when it is first needed. For one thread.
public final class ExpressionUniverse implements Universe {
  /// Enough for people; beyond, the stack would not be.
  private static final int DEPTH = 20;

  private final Map<String, String> expressions;
  private final String all;
  private final Map<String, NodeSet> known = new LinkedHashMap<>();
  private final Deque<String> beingRead = new ArrayDeque<>();

  /// Over expressions by group name, each name with its `@`.
  ///
  /// @param groups for example `@queue:batch` to `node[1-12]`
  /// @param all what wildcards can match; blank for nothing
  public ExpressionUniverse(Map<String, String> groups, String all) {
    this.expressions = new LinkedHashMap<>(groups);
    this.all = all;
  }

  /// Throws [NodeSetException] when the expression of the group is faulty, or needs the group
  /// itself.
  @Override
  public Optional<NodeSet> group(String name) {
    return Optional.ofNullable(expressions.get(name)).map(expression -> read(name, expression));
  }

  @Override
  public Collection<String> groups() {
    return List.copyOf(expressions.keySet());
  }

  /// Throws [NodeSetException] when the expression is faulty, or needs a wildcard itself.
  @Override
  public NodeSet all() {
    return read("*", all);
  }

  private NodeSet read(String name, String expression) {
    NodeSet set = known.get(name);
    if (set != null) {
      return set;
    }
    if (beingRead.contains(name)) {
      throw new NodeSetException(name, 1, "it is defined by itself");
    }
    if (beingRead.size() == DEPTH) {
      throw new NodeSetException(name, 1, "more than " + DEPTH + " groups inside one another");
    }
    beingRead.push(name);
    try {
      NodeSet fresh = NodeSet.parse(expression, this);
      known.put(name, fresh);
      return fresh;
    } finally {
      beingRead.pop();
    }
  }
}
