package io.ebb.script;

import io.ebb.script.catalogue.Shape;
import java.util.List;

/// What a variable of a dialogue holds, as far as it can be told without asking anything.
///
/// @param shape its type, `Any` when it is none of ours and no plain value
/// @param cluster the id of the cluster that it belongs to; empty when it belongs to none
/// @param members the names in a plain object or dictionary, at most a hundred
/// @param brief what it holds, in some words
public record Held(Shape shape, String cluster, List<String> members, String brief) {
  /// Copies the list.
  public Held {
    members = List.copyOf(members);
  }
}
