package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A change of the cluster as the events of a run tell it.
///
/// @param number its number in the run, from 1
/// @param sendings each time that it was about to be sent, at least one
/// @param declined the answers to those that were not accepted, or were lost
/// @param acceptance how it was accepted; null when it was not, as far as known
/// @param concluded what came of it; null while it is open
public record ChangeRecord(
    int number,
    List<Entry.Intent> sendings,
    List<Entry.Declined> declined,
    @Nullable Acceptance acceptance,
    Entry.@Nullable Concluded concluded) {

  /// The service has accepted a change.
  ///
  /// @param operation the id of the operation
  /// @param at when we heard of it
  /// @param deadline until when its end is waited for
  /// @param told whether the service has said so itself; else the operation was found in the log
  public record Acceptance(String operation, Instant at, Instant deadline, boolean told) {}

  /// Copies the lists.
  public ChangeRecord {
    sendings = List.copyOf(sendings);
    declined = List.copyOf(declined);
  }

  /// All that these events tell, in the order in which they were begun.
  ///
  /// @param entries of one run
  public static List<ChangeRecord> of(List<Entry> entries) {
    return ChangeRecords.of(entries).all();
  }

  static ChangeRecord of(Entry.Intent first) {
    return new ChangeRecord(first.change(), List.of(first), List.of(), null, null);
  }

  ChangeRecord sent(Entry.Intent again) {
    return new ChangeRecord(number, plus(sendings, again), declined, acceptance, concluded);
  }

  ChangeRecord declined(Entry.Declined answer) {
    return new ChangeRecord(number, sendings, plus(declined, answer), acceptance, concluded);
  }

  ChangeRecord accepted(Acceptance how) {
    return new ChangeRecord(number, sendings, declined, how, concluded);
  }

  ChangeRecord concluded(Entry.Concluded end) {
    return new ChangeRecord(number, sendings, declined, acceptance, end);
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /// The action by its name in the operation log.
  public String action() {
    return last().action();
  }

  /// The ids of the nodes that it concerned when it was sent last.
  public List<String> nodes() {
    return last().nodes();
  }

  /// Whether it is not known what came of it.
  public boolean open() {
    return concluded == null;
  }

  /// The operation that it was accepted as; empty when it was not, as far as known.
  public Optional<String> operation() {
    return Optional.ofNullable(acceptance).map(Acceptance::operation);
  }

  /// The last sending that may have arrived without our knowing: there is no answer to it, or the
  /// answer was lost. Empty when each was refused.
  public Optional<Entry.Intent> doubtful() {
    return sendings.stream().filter(this::mayHaveArrived).reduce((_, later) -> later);
  }

  private boolean mayHaveArrived(Entry.Intent sending) {
    return declined.stream()
        .filter(answer -> answer.sending() == sending.sending())
        .allMatch(Entry.Declined::lost);
  }

  private Entry.Intent last() {
    return sendings.getLast();
  }

  /// Whether it takes nodes out of their queue.
  public boolean leaves() {
    return action().equals(Change.Leave.ACTION);
  }

  /// Whether it puts nodes into a queue.
  public boolean returns() {
    return action().equals(Change.Return.ACTION);
  }

  /// Whether it deletes nodes.
  public boolean deletes() {
    return action().equals(Change.Delete.ACTION);
  }

  boolean ended(Entry.End end) {
    return concluded != null && concluded.end() == end;
  }

  /// The change as this sending made it.
  Change change(Entry.Intent sending, Plan plan) {
    List<Node> nodes = sending.nodes().stream().map(id -> nodeOf(plan.target(id))).toList();
    if (deletes()) {
      return new Change.Delete(nodes);
    }
    String queue = Objects.requireNonNull(sending.queue());
    return leaves()
        ? new Change.Leave(queue, plan.queue(queue), nodes)
        : new Change.Return(queue, plan.queue(queue), nodes);
  }

  /// The change as it was sent last.
  Change change(Plan plan) {
    return change(last(), plan);
  }

  /// The target as a node: as it was when the plan was made, for what the plan remembers of it.
  static Node nodeOf(Target target) {
    return new Node(
        target.id(),
        target.serial(),
        target.host(),
        target.host(),
        target.role(),
        target.queue(),
        target.status(),
        "",
        "",
        "",
        0,
        0,
        null);
  }
}
