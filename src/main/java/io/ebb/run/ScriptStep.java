package io.ebb.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A step of a script, as its journal tells it.
///
/// @param path its name, behind those of the steps that it is in
/// @param began when it began
/// @param end how it ended; null when it has not
public record ScriptStep(String path, Instant began, Entry.@Nullable StepEnded end) {

  /// All steps among these events, in the order in which they began.
  public static List<ScriptStep> of(List<Entry> entries) {
    List<ScriptStep> steps = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.StepBegan began) {
        String outer = open.isEmpty() ? "" : steps.get(open.getLast()).path() + " / ";
        open.addLast(steps.size());
        steps.add(new ScriptStep(outer + began.name(), began.at(), null));
      } else if (entry instanceof Entry.StepEnded end && !open.isEmpty()) {
        steps.set(open.getLast(), steps.get(open.removeLast()).ended(end));
      }
    }
    return steps;
  }

  private ScriptStep ended(Entry.StepEnded with) {
    return new ScriptStep(path, began, with);
  }

  /// Whether an error has ended it.
  public boolean failed() {
    return end != null && end.failed();
  }

  Map<String, @Nullable Object> data() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("step", path);
    out.put("began_at", RunReport.time(began));
    out.put("ended_at", end == null ? null : RunReport.time(end.at()));
    out.put("failed", failed());
    return out;
  }
}
