package io.ebb.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the words of a node set stand for: groups, and the nodes that wildcards can match.
public interface Universe {
  /// The members of a group, empty when there is no such group.
  ///
  /// @param name with the `@`, for example `@queue:batch`
  Optional<NodeSet> group(String name);

  /// The names of all groups, each with its `@`, in the order in which people should see them. The
  /// default is none.
  default Collection<String> groups() {
    return List.of();
  }

  /// All names that a wildcard can stand for.
  NodeSet all();

  /// A plain name as this universe knows it, for example the host name for a node id. The default
  /// is the name itself.
  default String canonical(String name) {
    return name;
  }

  /// No groups, and nothing for a wildcard to match.
  static Universe none() {
    return new Universe() {
      @Override
      public Optional<NodeSet> group(String name) {
        return Optional.empty();
      }

      @Override
      public NodeSet all() {
        return NodeSet.empty();
      }
    };
  }
}
