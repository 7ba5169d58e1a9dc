package io.ebb.run;

import io.ebb.cluster.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Settles nodes that will not be deleted, after having put those back into their queues that have
/// left by our doing (rule 12). What somebody else has done with them meanwhile is left alone.
final class Returner {
  private final RunContext context;
  private final Writer writer;
  private final Ledger ledger;
  private final InPlay play;

  Returner(RunContext context, Writer writer, Ledger ledger, InPlay play) {
    this.context = context;
    this.writer = writer;
    this.ledger = ledger;
    this.play = play;
  }

  /// These nodes stay for a reason that is no failure: kept when something was changed about them.
  void keep(Collection<Node> nodes, String reason) {
    giveUp(nodes, Outcome.UNTOUCHED, Outcome.KEPT, reason);
  }

  /// These nodes could not be retired.
  void fail(Collection<Node> nodes, String reason) {
    giveUp(nodes, Outcome.FAILED, Outcome.FAILED, reason);
  }

  /// These nodes could not be retired, unless the run is stopped: then that is the reason why they
  /// are given up in the end.
  void failUnlessStopped(Collection<Node> nodes, String reason) {
    if (ledger.goesOn()) {
      fail(nodes, reason);
    }
  }

  /// Goes on with nodes that had been given up before the run stopped. What came of their way back
  /// is known by now; where there was none, it begins.
  void goOn(History history) {
    Map<Debt, List<Node>> debts = new LinkedHashMap<>();
    for (Node node : play.all()) {
      history
          .givenUp(node.id())
          .map(why -> new Debt(why, history.wayBack(node.id())))
          .ifPresent(debt -> debts.computeIfAbsent(debt, _ -> new ArrayList<>()).add(node));
    }
    debts.forEach(this::pay);
  }

  /// Nodes that have to go back, all with the same last change.
  private record Debt(Entry.GivenUp why, Optional<ChangeRecord> wayBack) {
    Optional<Conclusion> known() {
      return wayBack
          .flatMap(change -> Optional.ofNullable(change.concluded()))
          .filter(end -> end.end() != Entry.End.NOT_DONE && end.end() != Entry.End.DROPPED)
          .map(Conclusion::of);
    }
  }

  private void pay(Debt debt, List<Node> nodes) {
    byQueue(nodes)
        .forEach((queue, of) -> {
          Change.Return change = new Change.Return(queue, context.plan.queue(queue), of);
          Outcome outcome = debt.why().outcome();
          String reason = debt.why().reason();
          putBack(
              change,
              outcome,
              reason,
              () -> debt.known().orElseGet(() -> send(change, outcome, reason)));
        });
  }

  /// Settles what is left when the batch is over or had to be left.
  void close() {
    ledger.noteStop();
    String reason = ledger.reason();
    play.unknown(play.on(Side.DOOMED), "its deletion was accepted; " + reason);
    keep(play.all(), reason);
  }

  private void giveUp(Collection<Node> nodes, Outcome unchanged, Outcome back, String reason) {
    for (Node node : play.still(nodes)) {
      if (play.is(node, Side.IN)) {
        play.settle(node, unchanged, reason);
      }
    }
    List<Node> out = play.still(nodes);
    if (!out.isEmpty()) {
      List<String> ids = out.stream().map(Node::id).toList();
      context.write(new Entry.GivenUp(context.now(), ids, back, reason));
    }
    byQueue(out)
        .forEach((queue, of) -> {
          Change.Return change = new Change.Return(queue, context.plan.queue(queue), of);
          putBack(change, back, reason, () -> send(change, back, reason));
        });
  }

  private static Map<String, List<Node>> byQueue(List<Node> nodes) {
    return nodes.stream()
        .collect(Collectors.groupingBy(node -> Objects.requireNonNull(node.queue())));
  }

  private Conclusion send(Change.Return change, Outcome outcome, String reason) {
    return writer.perform(change, seen -> homeless(change, seen, outcome, reason));
  }

  private void putBack(
      Change.Return change, Outcome outcome, String reason, Supplier<Conclusion> making) {
    try {
      Conclusion conclusion = making.get();
      settle(change.of(play.still(change.nodes())), conclusion, outcome, reason, change.name());
    } catch (RuntimeException e) {
      ledger.fail(Setback.text(e));
      notBack(play.still(change.nodes()), change.name(), reason, Setback.text(e));
    }
  }

  /// Those that are in no queue still; the others are settled.
  private List<Node> homeless(Change.Return change, Sight seen, Outcome outcome, String reason) {
    for (Node node : play.still(change.nodes())) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        play.gone(play.target(node), seen, "was deleted by somebody else; " + reason);
      } else if (change.effectOn(now)) {
        play.settle(node, outcome, reason + "; it is in queue " + change.name());
      } else if (now.get().queue() != null || !now.get().host().equals(node.host())) {
        play.settle(
            node, Outcome.FAILED, reason + "; somebody moved it to " + place(now.get(), seen));
      } else {
        context
            .returning(node.id())
            .map("operation %s, which was to put it back, goes on still"::formatted)
            .ifPresent(why -> notBack(List.of(node), change.name(), reason, why));
      }
    }
    return play.still(change.nodes());
  }

  private static String place(Node now, Sight seen) {
    String queue = now.queue();
    return now.host()
        + (queue == null
            ? ""
            : " in queue " + seen.queue(queue).map(found -> found.label()).orElse(queue));
  }

  private void settle(
      Change change, Conclusion conclusion, Outcome outcome, String reason, String queue) {
    if (change.nodes().isEmpty()) {
      return;
    }
    Sight seen =
        conclusion instanceof Conclusion.Happened
            ? context.lookUntil(
                context::look,
                change::done,
                "nodes are not yet listed in " + queue,
                context.plan.options().verifyDeadline())
            : context.look();
    for (Node node : change.nodes()) {
      if (change.effectOn(seen.node(node.id()))) {
        play.settle(node, outcome, reason + "; back in queue " + queue);
      }
    }
    notBack(play.still(change.nodes()), queue, reason, why(conclusion));
  }

  private static String why(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Happened _ -> "the queue does not list it";
      case Conclusion.Failed(String why) -> why;
      case Conclusion.Refused(String why) -> why;
      case Conclusion.Open(String why) -> why;
      case Conclusion.NotDone(String why) -> why;
      case Conclusion.Dropped _ -> conclusion.reason();
    };
  }

  private void notBack(List<Node> nodes, String queue, String reason, String why) {
    settle(
        nodes,
        "%s; it is out of queue %s and could not be put back: %s".formatted(reason, queue, why));
  }

  private void settle(List<Node> nodes, String reason) {
    nodes.forEach(node -> play.settle(node, Outcome.FAILED, reason));
  }
}
