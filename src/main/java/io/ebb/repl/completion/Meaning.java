package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression stands for, as far as its text tells.
///
/// @param shape its type, never a `Maybe`
/// @param cluster the id of the cluster that it belongs to; empty when unknown
/// @param members the names in it, when it is plain data
/// @param callee what it does when it is called; null when it is a value
record Meaning(Shape shape, String cluster, List<String> members, @Nullable Callee callee) {
  static final Meaning UNKNOWN = of(new Shape.Any(), "");

  /// Copies the list.
  Meaning {
    members = List.copyOf(members);
  }

  static Meaning of(Shape shape, String cluster) {
    Shape there = shape instanceof Shape.Maybe(Shape value) ? value : shape;
    return new Meaning(there, cluster, List.of(), null);
  }

  static Meaning of(Held held) {
    Meaning meaning = of(held.shape(), held.cluster());
    return new Meaning(meaning.shape, meaning.cluster, held.members(), null);
  }

  static Meaning of(Callee callee, String cluster) {
    return new Meaning(new Shape.Any(), cluster, List.of(), callee);
  }

  /// The same in that cluster, where one is named.
  Meaning in(String other) {
    return other.isEmpty() ? this : new Meaning(shape, other, members, callee);
  }

  /// Something of that type that belongs where this belongs.
  Meaning giving(Shape other) {
    return of(other, cluster);
  }

  /// The word of the catalogue that it is; null when it is none.
  @Nullable Saying word() {
    return callee == null ? null : callee.word();
  }

  /// What calling it gives.
  Meaning called() {
    return callee == null ? UNKNOWN : giving(callee.gives());
  }

  /// One of those that it holds.
  Meaning element() {
    return switch (shape) {
      case Shape.ListOf(Shape element) -> giving(element);
      case Shape.Named(Shape value) -> giving(value);
      case Shape.Thing(String kind) when kind.equals("nodes") -> giving(new Shape.Thing("node"));
      default -> UNKNOWN;
    };
  }

  boolean unknown() {
    return shape instanceof Shape.Any && callee == null && members.isEmpty();
  }
}
