package io.ebb.run;

import io.ebb.plan.Step;
import java.time.Duration;
import java.time.Instant;

/// Waits as long as the plan pauses. The end is written when the pause begins, and a run that goes
/// on later waits for what is left of it only (rule 4).
final class Pausing {
  private final RunContext context;
  private final History history;
  private final int batch;

  Pausing(RunContext context, History history, int batch) {
    this.context = context;
    this.history = history;
    this.batch = batch;
  }

  /// @param place the step's place in the batch, from 1
  void take(Step.Pause step, int place) {
    String phase = "pause " + place;
    Entry.Deadline pause =
        history.deadline(batch, phase).orElseGet(() -> begin(phase, step.span()));
    Duration rest = Duration.between(context.now(), pause.until());
    if (rest.isPositive()) {
      context.tell(
          new RunEvent.Waiting("the plan pauses", pause.at(), "the end of it", pause.until()));
      context.cancellation.sleep(context.time, rest, Cancellation.Level.CANCELLED);
    }
  }

  private Entry.Deadline begin(String phase, Duration span) {
    Instant now = context.now();
    Entry.Deadline deadline = new Entry.Deadline(now, batch, phase, now.plus(span), null);
    context.write(deadline);
    return deadline;
  }
}
