package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The nodes of a batch are deleted, and seen to be gone (rules 12 and 15).
final class Deletion {
  private final RunContext context;
  private final Writer writer;
  private final InPlay play;
  private final Returner returner;
  private final Fitness fitness;

  Deletion(RunContext context, Writer writer, InPlay play, Returner returner, Fitness fitness) {
    this.context = context;
    this.writer = writer;
    this.play = play;
    this.returner = returner;
    this.fitness = fitness;
  }

  /// Takes the step that cannot be undone.
  void take(Step.Delete step) {
    Conclusion conclusion =
        writer.perform(
            new Change.Delete(play.due(step)), seen -> fitness.fitForDeletion(step, seen));
    settle(play.due(step), conclusion);
  }

  /// What came of the deletion of these nodes.
  void settle(List<Node> nodes, Conclusion conclusion) {
    switch (conclusion) {
      case Conclusion.Happened _ -> play.move(nodes, Side.DOOMED);
      case Conclusion.Failed(String reason) ->
          returner.failUnlessStopped(alive(nodes, reason), reason);
      case Conclusion.Refused(String reason) ->
          returner.failUnlessStopped(alive(nodes, reason), reason);
      case Conclusion.Open(String reason) -> {
        play.move(nodes, Side.DOOMED);
        play.unknown(alive(nodes, reason), reason);
      }
      case Conclusion.Dropped _, Conclusion.NotDone _ -> {}
    }
  }

  /// Of a deletion that did not simply succeed, the nodes that are there still, at rest; the others
  /// are settled.
  private List<Node> alive(List<Node> nodes, String reason) {
    Sight seen = context.look();
    for (Node node : nodes) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        play.gone(play.target(node), seen, "is gone, although: " + reason);
      } else if (now.get().inTransition()) {
        play.unknown(List.of(node), "it is %s; %s".formatted(now.get().transition(), reason));
      }
    }
    return play.still(nodes);
  }

  /// Sees deleted nodes to be gone from every list.
  ///
  /// @param until how long the lists may take to show it; there is a look in any case
  void verify(Instant until) {
    List<Node> nodes = play.on(Side.DOOMED);
    Sight seen =
        context.lookUntil(
            context::look,
            look -> nodes.stream().allMatch(node -> play.target(node).absentFrom(look.snapshot())),
            "deleted nodes are still listed",
            Duration.between(context.now(), until));
    for (Node node : nodes) {
      play.gone(play.target(node), seen, "deleted, and seen to be gone");
    }
  }
}
