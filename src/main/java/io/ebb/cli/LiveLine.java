package io.ebb.cli;

import io.ebb.run.RunEvent;
import io.ebb.run.RunListener;
import io.ebb.text.Progress;

/// Tells what a run is doing in one line that changes in place, of which nothing is left.
final class LiveLine implements RunListener {
  private final int nodes;
  private final Progress progress;
  private final RunListener words;
  private int settled;

  /// @param nodes how many the run is about
  /// @param words tells the rest
  LiveLine(int nodes, Progress progress, RunListener words) {
    this.nodes = nodes;
    this.progress = progress;
    this.words = words;
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunEvent.Began began -> progress.show("run " + began.run() + " began");
      case RunEvent.Resumed resumed -> progress.show("run " + resumed.run() + " goes on");
      case RunEvent.NodeSettled(var node) ->
          progress.show(
              "%d of %d: %s %s: %s"
                  .formatted(++settled, nodes, node.host(), node.outcome().label(), node.reason()));
      case RunEvent.Interrupted _ -> progress.show("stopped as it stands");
      case RunEvent.StepBegan _,
          RunEvent.StepEnded _,
          RunEvent.Waiting _,
          RunEvent.HeldUp _,
          RunEvent.Ended _ ->
          words.on(event);
    }
  }
}
