package io.ebb.repl.completion;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.run.RunHead;
import io.ebb.script.Language;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.manual.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands beside candidates, in one line each.
final class Describe {
  private static final String BETWEEN = " · ";

  private Describe() {}

  static String saying(Saying saying, Language language) {
    Spelling spelling = new Spelling(language);
    String effect =
        switch (saying.effect()) {
          case READ -> "";
          case CHANGE -> "changes";
          case DESTROY -> "DESTROYS";
        };
    return joined(
        Stream.of(
            spelling.signature(saying).replaceFirst("^: ", ""),
            effect,
            sentence(spelling.prose(saying.doc()))));
  }

  static String option(Input input, Language language) {
    Spelling spelling = new Spelling(language);
    return joined(
        Stream.of(
            Spelling.type(input),
            sentence(spelling.prose(input.doc())),
            input.otherwise().isEmpty() ? "" : "default " + input.otherwise()));
  }

  static String cluster(Cluster cluster) {
    return joined(Stream.of(cluster.name(), cluster.status(), cluster.nodes() + " nodes"));
  }

  static String queue(Queue queue) {
    String name = queue.name().equals(queue.label()) ? "" : queue.name();
    String count = count(queue.serials().size());
    return joined(Stream.of(queue.id(), name, count, queue.transition()));
  }

  /// @param queues their names by id
  static String node(Node node, Map<String, String> queues) {
    String queue = node.queue() == null ? "" : queues.getOrDefault(node.queue(), node.queue());
    String status = node.inTransition() ? node.status() + "/" + node.transition() : node.status();
    String name = node.name().equals(node.host()) ? "" : node.name();
    return joined(Stream.of(node.role().label(), status, queue, node.health(), name));
  }

  static String run(RunHead run) {
    return joined(Stream.of(run.state().label(), run.title()));
  }

  static String count(int nodes) {
    return nodes == 1 ? "1 node" : "%,d nodes".formatted(nodes);
  }

  static Map<String, String> labels(List<Queue> queues) {
    return queues.stream().collect(Collectors.toMap(Queue::id, Queue::label, (first, _) -> first));
  }

  private static String joined(Stream<String> parts) {
    return parts
        .filter(Objects::nonNull)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(BETWEEN));
  }

  /// The first sentence, without its full stop and its quotes.
  private static String sentence(String doc) {
    int end = doc.indexOf(". ");
    String first = end < 0 ? doc : doc.substring(0, end);
    return first.replaceFirst("\\.$", "").replace("`", "");
  }
}
