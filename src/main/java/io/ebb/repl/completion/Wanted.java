package io.ebb.repl.completion;

import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.List;

/// What a text stands for that is given to a word.
sealed interface Wanted {

  /// The id of a cluster.
  record ACluster() implements Wanted {}

  /// A queue.
  record AQueue() implements Wanted {}

  /// The id of a run.
  record ARun() implements Wanted {}

  /// Nodes, in the notation of node sets.
  record SomeNodes() implements Wanted {}

  /// One of these.
  record Among(List<String> choices) implements Wanted {
    public Among {
      choices = List.copyOf(choices);
    }
  }

  /// Anything.
  record Whatever() implements Wanted {}

  static Wanted by(Saying word, Input input) {
    return switch (input.shape()) {
      case Shape.Choice(List<String> texts) -> new Among(texts);
      case Shape.Targets() -> new SomeNodes();
      case Shape.Text() ->
          switch (word.key()) {
            case "ehpc.cluster" -> new ACluster();
            case "ehpc.run" -> new ARun();
            case "cluster.queue", "nodes.inQueue" -> new AQueue();
            case "nodes.named" -> new SomeNodes();
            default -> new Whatever();
          };
      default -> new Whatever();
    };
  }
}
