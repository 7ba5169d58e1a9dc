package io.ebb.run;

import io.ebb.plan.Target;
import io.ebb.sim.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What of a history must never have been: by what [Truth] says of the world, and beyond that by
/// what was sent and written down.
final class Judgement {
  private final HistoryWorld world;
  private final List<String> violations = new ArrayList<>();

  Judgement(HistoryWorld world) {
    this.world = world;
  }

  List<String> violations() {
    truth();
    violations.addAll(new LimitsKept(world).violations());
    violations.addAll(new JobsKept(world).violations());
    blindRepeats();
    quota();
    world.ended.values().forEach(this::explain);
    return violations;
  }

  private void truth() {
    Set<String> targets =
        world.plans.values().stream()
            .flatMap(plan -> plan.targets().stream())
            .map(Target::id)
            .collect(Collectors.toSet());
    List<Change> changes = world.sim.changes();
    new Truth(world.before, changes, targets, world.others.operations)
        .violations().stream()
            .filter(what -> !what.contains("lost job")) // whose loss may be planned: see JobsKept
            .forEach(violations::add);
    for (Run run : world.ended.values()) {
      List<Change> until = changes.subList(0, known(world.endedAt, run));
      contradictions(new Truth(world.before, until, targets, otherThan(run)), run);
    }
  }

  /// The operations of everybody else: what another run does to a node that this one has left alone
  /// is not for this one to tell.
  private Set<String> otherThan(Run run) {
    Set<String> operations = new HashSet<>(world.others.operations);
    world.sent.stream()
        .filter(sent -> sent.operation() != null && !sent.run().equals(run.id()))
        .forEach(sent -> operations.add(sent.operation()));
    return operations;
  }

  private static <T> T known(Map<String, T> byRun, Run run) {
    return Objects.requireNonNull(byRun.get(run.id()), run.id());
  }

  private void contradictions(Truth truth, Run run) {
    Map<String, String> home = new HashMap<>();
    known(world.plans, run).targets().forEach(target -> home.put(target.id(), target.queue()));
    violations.addAll(truth.contradictions(run, home));
    run.nodes().stream()
        .filter(node -> node.reason().isBlank())
        .forEach(node -> violations.add(run.id() + " gives no reason for " + node));
  }

  /// A change is never sent again while the same change of the same node goes on, or once it has
  /// happened to a node that is gone by it.
  private void blindRepeats() {
    Map<String, Change> ends = new HashMap<>();
    for (Change change : world.sim.changes()) {
      if (change.kind() == Change.Kind.OPERATION_SUCCEEDED
          || change.kind() == Change.Kind.OPERATION_FAILED) {
        ends.put(change.subject(), change);
      }
    }
    for (int later = 0; later < world.sent.size(); later++) {
      for (Sent before : world.sent.subList(0, later)) {
        repeats(before, world.sent.get(later), ends);
      }
    }
  }

  private void repeats(Sent before, Sent again, Map<String, Change> ends) {
    if (before.operation() == null
        || !before.intent().action().equals(again.intent().action())
        || before.intent().nodes().stream().noneMatch(again.intent().nodes()::contains)) {
      return;
    }
    Change end = ends.get(before.operation());
    boolean goesOn = end == null || end.at().isAfter(again.at());
    boolean gone = end != null && before.deletes() && end.kind() == Change.Kind.OPERATION_SUCCEEDED;
    if (goesOn || gone) {
      violations.add("sent again although %s did it: %s".formatted(before, again));
    }
  }

  private void quota() {
    List<Instant> calls = world.calls;
    int most = world.quota.callsPerHour();
    for (int last = most; last < calls.size(); last++) {
      if (calls.get(last - most).plus(Duration.ofHours(1)).isAfter(calls.get(last))) {
        violations.add("more than %d calls in the hour before %s".formatted(most, calls.get(last)));
        return;
      }
    }
  }

  /// The journal tells the same as the run.
  private void explain(Run run) {
    List<Entry> entries = world.journal.entries(run.id());
    History history = History.of(entries);
    if (!history.ended().equals(Optional.of(run))) {
      violations.add("the journal ends with %s, not %s".formatted(history.ended(), run));
    }
    if (!history.nodes().equals(run.nodes())) {
      violations.add("the journal tells %s, not %s".formatted(history.nodes(), run.nodes()));
    }
    deadlines(run, entries);
  }

  private void deadlines(Run run, List<Entry> entries) {
    Map<String, Instant> known = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Deadline deadline) {
        Instant first = known.putIfAbsent(deadline.batch() + deadline.phase(), deadline.until());
        if (first != null && !first.equals(deadline.until())) {
          violations.add("%s: the deadline of %s was reset".formatted(run.id(), deadline.phase()));
        }
      }
    }
  }
}
