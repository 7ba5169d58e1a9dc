package io.ebb.script;

import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.script.catalogue.Given;
import java.util.List;
import java.util.function.Supplier;

/// Nodes as a script may give them to a word.
@Given(nodes = true)
sealed interface Targets {

  /// A set, or a single node.
  record Chosen(NodesWords nodes) implements Targets {}

  /// Text in the notation of node sets.
  record Expression(String text) implements Targets {}

  /// A list of any of these.
  record Several(List<Targets> parts) implements Targets {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// The nodes meant.
  ///
  /// @param now the snapshot that text is resolved against; asked for only when there is text, or
  ///   nothing at all
  default Nodes resolve(Supplier<Snapshot> now) {
    return switch (this) {
      case Chosen(NodesWords words) -> words.nodes();
      case Expression(String text) -> Nodes.named(now.get(), text);
      case Several(List<Targets> parts) ->
          parts.stream()
              .map(part -> part.resolve(now))
              .reduce(Nodes::union)
              .orElseGet(() -> new Nodes(now.get(), List.of()));
    };
  }
}
