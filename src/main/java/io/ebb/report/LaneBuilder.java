package io.ebb.report;

import io.ebb.report.Timeline.Bar;
import io.ebb.report.Timeline.Lane;
import io.ebb.report.Timeline.Mark;
import io.ebb.report.Timeline.Phase;
import io.ebb.run.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lane of one node, as it is read from the events of its run.
final class LaneBuilder {
  private final List<Bar> bars = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private @Nullable Bar step;
  private @Nullable Instant noReturn;
  private boolean atWork;

  /// A step begins that concerns the node; the one before is over.
  ///
  /// @param phase what it shows as; null when the changes of the step show it
  void begin(@Nullable Phase phase, Instant at, String note) {
    endStep(at);
    atWork = true;
    if (phase != null) {
      step = new Bar(phase, at, at, true, note);
    }
  }

  /// What goes on, if anything does, has ended.
  void endStep(Instant at) {
    if (step != null) {
      add(step.phase(), step.from(), at, false, step.note());
      step = null;
    }
    atWork = false;
  }

  /// Whether a step goes on that concerns the node.
  boolean atWork() {
    return atWork;
  }

  void add(Phase phase, Instant from, Instant to, boolean open, String note) {
    Instant end = to.isBefore(from) ? from : to; // clocks of two processes may differ
    if (!bars.isEmpty() && continues(bars.getLast(), phase, from, note)) {
      Bar before = bars.removeLast();
      bars.add(new Bar(phase, before.from(), end, open, note));
    } else {
      bars.add(new Bar(phase, from, end, open, note));
    }
  }

  private static boolean continues(Bar before, Phase phase, Instant from, String note) {
    return before.phase() == phase && before.note().equals(note) && before.to().equals(from);
  }

  void mark(Mark mark) {
    marks.add(mark);
  }

  /// From then on there is only forward.
  void passes(Instant at) {
    if (noReturn == null) {
      noReturn = at;
    }
  }

  /// @param to where the timeline ends
  /// @param goesOn whether what is open goes on there
  Lane lane(String run, String node, String host, Outcome outcome, Instant to, boolean goesOn) {
    if (step != null) {
      add(step.phase(), step.from(), to, goesOn, step.note());
    }
    bars.sort(Comparator.comparing(Bar::from).thenComparing(Bar::phase));
    return new Lane(run, node, host, bars, marks, noReturn, outcome);
  }
}
