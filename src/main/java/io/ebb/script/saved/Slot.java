package io.ebb.script.saved;

import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import io.ebb.script.head.ParameterType;
import io.ebb.script.lexer.Token;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A place in a call where a value is better given from outside: what a parameter for it is like.
///
/// @param type what it may hold
/// @param name what it is called unless that is taken
/// @param help one sentence
record Slot(ParameterType type, String name, String help) {
  private static final Slot CLUSTER =
      new Slot(ParameterType.CLUSTER, "cluster", "the cluster, ehpc-…");
  private static final Slot QUEUE =
      new Slot(ParameterType.QUEUE, "queue", "the queue: id, name or partition");
  private static final Slot NODES =
      new Slot(ParameterType.NODES, "nodes", "the nodes, such as node[1-4]");

  /// What is text in the catalogue and names something.
  private static final Map<String, Slot> NAMING =
      Map.of(
          "ehpc.cluster", CLUSTER,
          "cluster.queue", QUEUE,
          "nodes.inQueue", QUEUE,
          "nodes.named", NODES);

  /// The slot of a word's parameter for this literal, if it is one.
  static Optional<Slot> of(Saying word, Input input, Token literal) {
    boolean text = literal.kind() == Token.Kind.TEXT;
    return switch (input.shape()) {
      case Shape.Targets() when text -> Optional.of(NODES);
      case Shape.Text() when text && !input.option() -> Optional.ofNullable(NAMING.get(word.key()));
      case Shape.Whole() when !text ->
          Optional.of(new Slot(ParameterType.INT, kebab(input.name()), help(input)));
      case Shape.Span() ->
          Optional.of(
              new Slot(
                  ParameterType.DURATION,
                  kebab(input.option() ? input.name() : word.name()),
                  help(input)));
      default -> Optional.empty();
    };
  }

  private static String kebab(String camel) {
    return Names.snake(camel).replace('_', '-');
  }

  /// The catalogue's sentence as heads have them: `how long running jobs may go on`.
  private static String help(Input input) {
    String doc = input.doc();
    String first = doc.substring(0, 1).toLowerCase(Locale.ROOT);
    return first + doc.substring(1, doc.length() - 1);
  }
}
