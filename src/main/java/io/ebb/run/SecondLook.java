package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.plan.Target;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks again at nodes of which nobody could say what became of them when the run ended. Only
/// forward: nothing is sent for them.
final class SecondLook {
  private static final Duration SKEW = Duration.ofSeconds(65);

  private final RunContext context;
  private final History history;
  private final Ledger ledger;

  SecondLook(RunContext context, History history, Ledger ledger) {
    this.context = context;
    this.history = history;
    this.ledger = ledger;
  }

  /// Settles these targets: what is gone is retired; what is there at rest, and whose deletion
  /// failed or never was, has failed; of the others nobody can say anything still.
  void settle(List<Target> targets) {
    InPlay play = new InPlay(context, ledger);
    awaitTraces(targets);
    Sight seen = context.look();
    for (Target target : targets) {
      Optional<Node> now = seen.node(target.id());
      play.enter(now.orElseGet(() -> ChangeRecord.nodeOf(target)), Side.DOOMED);
      if (now.isEmpty()) {
        play.gone(target, seen, "seen to be gone");
      } else {
        settle(play, target, now.get(), seen);
      }
    }
  }

  /// What was sent a moment ago, and not answered, may take a while to show.
  private void awaitTraces(List<Target> targets) {
    Instant now = context.now();
    targets.stream()
        .flatMap(target -> history.last(target.id()).stream())
        .filter(change -> change.operation().isEmpty())
        .flatMap(change -> change.doubtful().stream())
        .map(sending -> Duration.between(now, sending.at().plus(Pursuit.SETTLE)))
        .map(rest -> rest.compareTo(Pursuit.SETTLE) > 0 ? Pursuit.SETTLE : rest) // a clock set back
        .max(Duration::compareTo)
        .filter(Duration::isPositive)
        .ifPresent(rest -> await(now, rest));
  }

  private void await(Instant since, Duration rest) {
    context.tell(
        new RunEvent.Waiting(
            "the answer to a change was lost", since, "time to show", since.plus(rest)));
    context.cancellation.sleep(context.time, rest, Level.INTERRUPTED);
  }

  private void settle(InPlay play, Target target, Node now, Sight seen) {
    if (!new Change.Delete(List.of(now)).quiet(seen)) {
      play.unknown(List.of(now), "something goes on there still");
      return;
    }
    Optional<ChangeRecord> deletion = history.last(target.id()).filter(ChangeRecord::deletes);
    Optional<String> why = deletion.map(this::whyNot).orElse(Optional.of("it was never sent"));
    if (why.isPresent()) {
      play.settle(now, Outcome.FAILED, "it is there, %s: %s".formatted(place(now), why.get()));
    } else {
      play.unknown(List.of(now), "it is there, and the log does not tell that its deletion failed");
    }
  }

  /// Why the deletion surely did not happen; empty when nobody can say.
  private Optional<String> whyNot(ChangeRecord deletion) {
    Optional<String> id = deletion.operation();
    return id.isPresent()
        ? context.ehpc.operation(id.get()).filter(Operation::failed).map(SecondLook::failed)
        : trace(deletion);
  }

  private static String failed(Operation operation) {
    return "operation %s, which was to delete it, failed".formatted(operation.id());
  }

  /// Of a deletion whose answer was lost.
  private Optional<String> trace(ChangeRecord deletion) {
    Instant since = context.serviceTime(deletion.sendings().getFirst().at()).minus(SKEW);
    Optional<Operation> found =
        context.ehpc.operations(context.plan.cluster(), since).stream()
            .filter(operation -> !context.owns(operation.id()))
            .filter(deletion.change(context.plan)::is)
            .findFirst();
    return found.isPresent()
        ? found.filter(Operation::failed).map(SecondLook::failed)
        : Optional.of("the log has no operation that was to delete it");
  }

  private String place(Node now) {
    String queue = now.queue();
    return queue == null ? "in no queue" : "in queue " + context.plan.queue(queue);
  }
}
