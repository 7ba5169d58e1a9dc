package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.RunReport;
import java.util.ArrayList;
import java.util.List;

/// What a script or a runbook tells, as the events of its run have it.
final class Story {
  private Story() {}

  static List<Passage> of(RunReport report) {
    List<Passage> story = new ArrayList<>();
    for (Entry entry : report.entries()) {
      if (entry instanceof Entry.Shown(var at, String text)) {
        story.add(new Passage.Output(at, text));
      }
    }
    return story;
  }
}
