package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.plan.Step;
import io.ebb.run.Writer.Making;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The nodes of a batch leave their queues (rule 3): one call per queue, all of them by one look,
/// and followed by one poll. What is not accepted then is looked at again and sent again, one after
/// the other.
final class Departure {
  private final RunContext context;
  private final Writer writer;
  private final Ledger ledger;
  private final InPlay play;
  private final Returner returner;
  private final BiFunction<Step, Sight, List<Node>> fit;

  private Instant over;

  /// @param over when the last node had left before, or now
  /// @param fit the nodes that a step still fits by a look, with all that is in play counted
  Departure(
      RunContext context,
      Writer writer,
      Ledger ledger,
      InPlay play,
      Returner returner,
      Instant over,
      BiFunction<Step, Sight, List<Node>> fit) {
    this.context = context;
    this.writer = writer;
    this.ledger = ledger;
    this.play = play;
    this.returner = returner;
    this.fit = fit;
    this.over = over;
  }

  /// When the last node had left at the latest, by our clock.
  Instant over() {
    return over;
  }

  /// Takes the steps. What has ended is settled before anything is sent again.
  void take(List<Step.Leave> steps) {
    Map<Step.Leave, Making> launched = launch(steps);
    writer.follow(List.copyOf(launched.values()));
    launched.entrySet().stream()
        .sorted(Comparator.comparing(entry -> !entry.getValue().ended()))
        .toList()
        .forEach(entry -> conclude(entry.getKey(), entry.getValue()));
  }

  /// All are sent by one look while it is of this moment: what was sent a moment ago is counted by
  /// the guards, which count everything in play as gone.
  private Map<Step.Leave, Making> launch(List<Step.Leave> steps) {
    Map<Step.Leave, Making> launched = new LinkedHashMap<>();
    Sight seen = context.lookBefore(change(steps.getFirst()));
    for (Step.Leave step : steps) {
      if (!ledger.goesOn()) {
        return launched;
      }
      try {
        Change change = change(step);
        seen = context.inMoment(seen) || launched.isEmpty() ? seen : context.lookBefore(change);
        Making making = writer.begin(change, sight -> fit.apply(step, sight));
        making.launch(seen);
        launched.put(step, making);
      } catch (RuntimeException e) {
        ledger.fail(Setback.text(e)); // What was sent is followed all the same.
      }
    }
    return launched;
  }

  private Change change(Step.Leave step) {
    return new Change.Leave(step.queue(), context.plan.queue(step.queue()), play.due(step));
  }

  private void conclude(Step.Leave step, Making making) {
    try {
      settle(play.due(step), making.conclude());
    } catch (RuntimeException e) {
      ledger.fail(Setback.text(e));
    }
  }

  /// What came of the leaving of these nodes.
  void settle(List<Node> nodes, Conclusion conclusion) {
    switch (conclusion) {
      case Conclusion.Happened(Instant by) -> {
        over = by.isAfter(over) ? by : over;
        play.move(nodes, Side.LEFT);
      }
      case Conclusion.Failed(String reason) -> {
        play.move(nodes, Side.LEFT); // Some may have: whoever puts them back looks first.
        returner.failUnlessStopped(nodes, reason);
      }
      case Conclusion.Refused(String reason) -> returner.failUnlessStopped(nodes, reason);
      case Conclusion.Open(String reason) -> play.unknown(nodes, reason);
      case Conclusion.Dropped _, Conclusion.NotDone _ -> {}
    }
  }
}
