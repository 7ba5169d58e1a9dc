package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.RunEvent;
import io.ebb.run.RunListener;
import io.ebb.run.ScriptStep;
import io.ebb.text.Progress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what another process writes down about a run as the run itself would have told it.
///
/// Not safe for use by many threads.
final class Retelling {
  private final Progress progress;
  private final InstantSource clock;
  private final boolean live;

  /// How many events of each run have been told, and by whom: a script has several runs.
  private final Map<String, Integer> told = new HashMap<>();

  private final Map<String, RunListener> tellers = new HashMap<>();

  /// @param live whether the progress is a line that changes in place
  Retelling(Progress progress, InstantSource clock, boolean live) {
    this.progress = progress;
    this.clock = clock;
    this.live = live;
  }

  /// Tells what the run is doing now; what it has done before is taken for known.
  void startFrom(Standing run) {
    run.parts().forEach(this::startFrom);
    List<Entry> entries = run.entries();
    int doing = entries.size();
    while (doing > 0 && !(entries.get(doing - 1) instanceof Entry.Stepped)) {
      doing--;
    }
    told.put(run.id(), doing == 0 ? entries.size() : doing - 1);
    tell(run);
  }

  /// Tells what has happened in the run since it was told last.
  void tell(Standing run) {
    run.parts().forEach(this::tell);
    run.history().ifPresentOrElse(history -> tell(run, history), () -> tellScript(run));
  }

  /// The steps of a script, and what it sleeps for.
  private void tellScript(Standing run) {
    List<Entry> entries = run.entries();
    int known = told.getOrDefault(run.id(), 0);
    List<ScriptStep> before = ScriptStep.of(entries.subList(0, known));
    List<ScriptStep> steps = ScriptStep.of(entries);
    for (int i = 0; i < steps.size(); i++) {
      ScriptStep step = steps.get(i);
      if (i >= before.size() || !step.equals(before.get(i))) {
        progress.print(
            "step %s: %s".formatted(step.path(), StandingText.stepped(step, run.now(), true)));
      }
    }
    told.put(run.id(), entries.size());
    run.report().waiting().map(Retelling::text).ifPresent(progress::show);
  }

  private static String text(Entry.Waiting waiting) {
    return waiting.latest() == null
        ? waiting.reason()
        : waiting.reason() + ", until " + CallLines.time(waiting.latest());
  }

  private void tell(Standing run, History history) {
    Plan plan = history.plan();
    RunListener teller =
        tellers.computeIfAbsent(run.id(), _ -> new RunProgress(plan, progress, clock, live));
    List<Entry> entries = run.entries();
    entries.subList(told.getOrDefault(run.id(), 0), entries.size()).stream()
        .flatMap(entry -> event(entry, run.id(), plan).stream())
        .forEach(teller::on);
    told.put(run.id(), entries.size());
    history.waiting().map(Retelling::event).ifPresent(teller::on); // it goes on waiting
  }

  /// The event behind an entry; empty when it is of no interest to whoever follows the run.
  private static Optional<RunEvent> event(Entry entry, String run, Plan plan) {
    return switch (entry) {
      case Entry.Began _ -> Optional.of(new RunEvent.Began(run, plan));
      case Entry.Resumed resumed -> Optional.of(new RunEvent.Resumed(run, resumed.purpose()));
      case Entry.Stepped(var _, int batch, int step, List<String> hosts) ->
          Optional.of(new RunEvent.StepBegan(batch, step(plan, batch, step), hosts));
      case Entry.Waiting waiting -> Optional.of(event(waiting));
      case Entry.Settled settled -> Optional.of(new RunEvent.NodeSettled(settled.node()));
      case Entry.Ended ended -> Optional.of(new RunEvent.Ended(ended.run()));
      case Entry.Scripted _,
          Entry.Ordered _,
          Entry.Replayed _,
          Entry.Finished _,
          Entry.Interrupted _,
          Entry.Intent _,
          Entry.Declined _,
          Entry.Receipt _,
          Entry.Adopted _,
          Entry.Concluded _,
          Entry.Deadline _,
          Entry.Asked _,
          Entry.Answered _,
          Entry.Allowed _,
          Entry.GivenUp _,
          Entry.Confirmed _,
          Entry.Reconfirmed _,
          Entry.Approved _,
          Entry.QueuesSeen _,
          Entry.Shown _,
          Entry.Edited _,
          Entry.Stopped _ ->
          Optional.empty();
    };
  }

  private static RunEvent event(Entry.Waiting waiting) {
    return new RunEvent.Waiting(
        waiting.reason(), waiting.since(), waiting.endedBy(), waiting.latest());
  }

  private static Step step(Plan plan, int batch, int step) {
    return plan.batches().get(batch - 1).steps().get(step - 1);
  }
}
