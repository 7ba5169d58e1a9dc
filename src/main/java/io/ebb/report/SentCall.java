package io.ebb.report;

import io.ebb.plan.Plan;
import io.ebb.run.ChangeRecord;
import io.ebb.run.Entry;
import io.ebb.run.Entry.End;
import io.ebb.run.History;
import io.ebb.run.RunReport;
import io.ebb.run.SentChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that was sent to the service, or was about to be.
///
/// @param run the id of the run
/// @param number its number in the run, from 1
/// @param action the action by its name in the operation log
/// @param words what it does, for people
/// @param call what a script has ordered, as one writes it; null when a plan makes the change
/// @param queue the name of the queue concerned; empty when none is
/// @param nodes the host names of the nodes concerned, or their ids where no plan names them
/// @param sendings when it was sent, each time
/// @param declined what was answered instead of accepting it, each time
/// @param operation the id of the operation that it became; null when none is known
/// @param adopted whether that was found in the log, since the answer was lost
/// @param accepted when we heard of that; null when we did not
/// @param concluded when it was known what came of it; null while it is not
/// @param end what came of it; null while that is not known
/// @param result the same for people
/// @param reason why; empty when it happened, or that is not known
public record SentCall(
    String run,
    int number,
    String action,
    String words,
    @Nullable String call,
    String queue,
    List<String> nodes,
    List<Instant> sendings,
    List<Entry.Declined> declined,
    @Nullable String operation,
    boolean adopted,
    @Nullable Instant accepted,
    @Nullable Instant concluded,
    @Nullable End end,
    String result,
    String reason) {

  /// Copies the lists.
  public SentCall {
    nodes = List.copyOf(nodes);
    sendings = List.copyOf(sendings);
    declined = List.copyOf(declined);
  }

  /// Those of a run, in the order in which they were begun.
  static List<SentCall> of(RunReport report) {
    List<ChangeRecord> records = ChangeRecord.of(report.entries());
    List<SentChange> changes = SentChange.of(report.entries());
    Plan plan = report.history().map(History::plan).orElse(null);
    List<SentCall> calls = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      calls.add(of(report.head().id(), records.get(i), changes.get(i), plan));
    }
    return calls;
  }

  private static SentCall of(
      String run, ChangeRecord record, SentChange change, @Nullable Plan plan) {
    Entry.Intent last = record.sendings().getLast();
    var acceptance = record.acceptance();
    var concluded = record.concluded();
    return new SentCall(
        run,
        record.number(),
        record.action(),
        change.words(),
        change.call(),
        last.queue() == null ? "" : plan == null ? last.queue() : plan.queue(last.queue()),
        plan == null ? record.nodes() : Hosts.of(plan, record.nodes()),
        record.sendings().stream().map(Entry.Intent::at).toList(),
        record.declined(),
        acceptance == null ? null : acceptance.operation(),
        acceptance != null && !acceptance.told(),
        acceptance == null ? null : acceptance.at(),
        concluded == null ? null : concluded.at(),
        concluded == null ? null : concluded.end(),
        concluded == null ? pending(record, change) : concluded.result(),
        concluded == null ? "" : concluded.reason());
  }

  /// Of what a script orders it is known only that it was accepted: it waits for the end itself.
  private static String pending(ChangeRecord record, SentChange change) {
    if (record.operation().isPresent()) {
      return change.call() == null ? "accepted, its end is not known yet" : "accepted";
    }
    return record.doubtful().isPresent()
        ? "sent, and nobody knows yet whether it arrived"
        : "not accepted";
  }
}
