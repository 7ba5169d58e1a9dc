package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.ChangeRecord.Acceptance;
import io.ebb.run.Conclusion.Failed;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.NotDone;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Watcher.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds out what came of the changes that a run had under way when it stopped. What was accepted
/// is waited for; what may have been sent is looked for. Nothing is sent.
final class Recovery {
  /// What had to have ended while nobody looked is looked at once more.
  private static final Duration ONE_LOOK = Duration.ofSeconds(1);

  private final RunContext context;
  private final Asking asking;

  Recovery(RunContext context, Asking asking) {
    this.context = context;
    this.asking = asking;
  }

  /// Concludes each of these changes.
  ///
  /// @throws io.ebb.api.EhpcException when the service does not answer; the rest is open still
  void conclude(List<ChangeRecord> open) {
    for (ChangeRecord change : open) {
      Conclusion conclusion = conclusion(change);
      context.write(conclusion.entry(context.now(), change.number()));
    }
  }

  private Conclusion conclusion(ChangeRecord record) {
    Acceptance acceptance = record.acceptance();
    return acceptance == null
        ? record
            .doubtful()
            .map(sending -> lookedFor(record, sending))
            .orElseGet(() -> new NotDone("the service had not accepted it"))
        : waitedFor(record.change(context.plan), acceptance);
  }

  private Conclusion waitedFor(Change change, Acceptance acceptance) {
    Instant look = context.now().plus(change.pace().waitBefore(0)).plus(ONE_LOOK);
    Instant until = acceptance.deadline().isBefore(look) ? look : acceptance.deadline();
    Awaited awaited = new Awaited(acceptance.operation(), acceptance.at(), until);
    Flight flight = new Flight(change, awaited, acceptance.told());
    return new Landing(context, List.of(flight)).conclude().getFirst();
  }

  /// Looks for the operation and for the effect, until there is a trace, or until there surely is
  /// none: what was sent a moment before the run stopped may take a while to show.
  private Conclusion lookedFor(ChangeRecord record, Entry.Intent sending) {
    Change change = record.change(sending, context.plan);
    Pursuit pursuit = new Pursuit(context, new Sending(change, record.number(), sending.at()));
    Instant begun = context.now();
    Instant sent = sending.at().isBefore(begun) ? sending.at() : begun;
    for (int look = 0; ; look++) {
      boolean late = !context.now().isBefore(sent.plus(Pursuit.SETTLE));
      Sight seen = context.look();
      Optional<Conclusion> found = pursuit.trace(seen);
      if (found.isPresent()) {
        return found.get();
      }
      if (late && change.quiet(seen)) {
        return change.undone(seen) ? new NotDone("it did not happen") : strange(change, seen);
      }
      if (!waited(change, look, begun, sending.deadline(), late)) {
        return new Open("something else goes on there, and nothing tells whether it happened");
      }
    }
  }

  private boolean waited(Change change, int look, Instant since, Instant deadline, boolean late) {
    if (late && !context.now().isBefore(deadline)) {
      return false;
    }
    context.tell(
        new RunEvent.Waiting(
            "the run had stopped before there was an answer to " + change.words(),
            since,
            "a trace of it",
            deadline));
    return context.cancellation.sleep(
        context.time, context.pace.waitBefore(look), Level.INTERRUPTED);
  }

  /// An effect on some nodes that no operation explains, while nothing goes on. To delete or to put
  /// back what is still there is right whoever has begun it; who has taken nodes out of their queue
  /// is another matter, since what others have done is not ours to undo.
  private Conclusion strange(Change change, Sight seen) {
    if (change.byAnybody()) {
      return new NotDone("it did not happen to all nodes, and no operation in the log is ours");
    }
    List<Node> shown =
        change.nodes().stream().filter(node -> change.effectOn(seen.node(node.id()))).toList();
    List<String> hosts = shown.stream().map(Node::host).toList();
    return switch (asking.whose(change.words(), hosts)) {
      case OURS ->
          shown.size() == change.nodes().size()
              ? new Happened(context.now())
              : new Failed("it has happened to some nodes only, as somebody says");
      case THEIRS -> new NotDone("somebody says that it was not this run's doing");
      case UNKNOWN ->
          new Open("it shows an effect, and neither the log nor anybody tells whose it is");
    };
  }
}
