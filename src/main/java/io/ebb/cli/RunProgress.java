package io.ebb.cli;

import io.ebb.cluster.NodeSet;
import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.run.Entry;
import io.ebb.run.RunEvent;
import io.ebb.run.RunListener;
import io.ebb.text.Durations;
import io.ebb.text.Progress;
import java.time.Duration;
import java.time.InstantSource;

/// Says what a run is doing, and what it waits for: why, since when, and until when at the latest.
///
/// A line that changes in place counts the seconds; where lines pile up, each wait is told once.
final class RunProgress implements RunListener {
  private final Plan plan;
  private final Progress progress;
  private final InstantSource clock;
  private final boolean live;
  private String waitedFor = "";

  RunProgress(Plan plan, Progress progress, InstantSource clock, boolean live) {
    this.plan = plan;
    this.progress = progress;
    this.clock = clock;
    this.live = live;
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunEvent.Began began -> progress.print("run " + began.run() + " began");
      case RunEvent.Resumed resumed -> progress.print(text(resumed));
      case RunEvent.StepBegan step -> progress.show(text(step));
      case RunEvent.StepEnded _ -> {}
      case RunEvent.Waiting waiting -> wait(waiting);
      case RunEvent.HeldUp heldUp -> progress.print(text(heldUp));
      case RunEvent.NodeSettled settled ->
          progress.print(
              "  %s %s: %s"
                  .formatted(
                      settled.node().host(),
                      settled.node().outcome().label(),
                      settled.node().reason()));
      case RunEvent.Interrupted _ -> progress.print("stopped as it stands; nothing was put back");
      case RunEvent.Ended _ -> {}
    }
  }

  private static String text(RunEvent.Resumed resumed) {
    return "run "
        + resumed.run()
        + switch (resumed.purpose()) {
          case Entry.Resumed.UNDO -> " is undone";
          default -> " goes on";
        };
  }

  private String text(RunEvent.StepBegan step) {
    return "batch %d of %d, %s: %s"
        .formatted(
            step.batch(),
            plan.batches().size(),
            NodeSet.of(step.hosts()).fold(),
            switch (step.step()) {
              case Step.Leave leave -> "leave queue " + plan.queue(leave.queue());
              case Step.Drain _ -> "wait for running jobs";
              case Step.Delete _ -> "delete";
              case Step.Verify _ -> "see that they are gone";
              case Step.Pause _ -> "pause";
              case Step.Confirm _ -> "ask";
            });
  }

  private static String text(RunEvent.HeldUp heldUp) {
    int out = heldUp.out().size();
    String meanwhile =
        switch (out) {
          case 0 -> "Ctrl-C does not wait";
          case 1 ->
              "%s is out of its queue, and Ctrl-C leaves it there, to be resumed or undone"
                  .formatted(heldUp.out().getFirst());
          default ->
              "%s are out of their queues, and Ctrl-C leaves them there, to be resumed or undone"
                  .formatted(NodeSet.of(heldUp.out()).fold());
        };
    return "stopping waits until %s: %s; %s"
        .formatted(CallLines.time(heldUp.until()), heldUp.why(), meanwhile);
  }

  private void wait(RunEvent.Waiting waiting) {
    String wait = waiting.reason() + waiting.since();
    if (live || !wait.equals(waitedFor)) {
      waitedFor = wait;
      progress.show(text(waiting));
    }
  }

  private String text(RunEvent.Waiting waiting) {
    Duration since = Duration.between(waiting.since(), clock.instant());
    String latest =
        waiting.latest() == null
            ? ""
            : ", at the latest in "
                + Durations.format(Duration.between(clock.instant(), waiting.latest()));
    return "%s (%s%s); waits for %s"
        .formatted(waiting.reason(), Durations.format(since), latest, waiting.endedBy());
  }
}
