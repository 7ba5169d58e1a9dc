package io.ebb.cli;

import io.ebb.plan.Line;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as people and programs read it.
///
/// @param palette colours, if any
record PlanText(Palette palette) {
  private static final int LABEL = 9;

  String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    List<Line> lines = plan.lines();
    Line title = lines.getFirst();
    text.append(palette.paint(Style.BOLD, title.label() + "  " + title.text())).append('\n');
    for (Line line : lines.subList(1, lines.size())) {
      Style style = line.label().equals("refused") ? Style.ERROR : Style.DIM;
      text.append("  ")
          .append(palette.paint(style, line.label() + " ".repeat(LABEL - line.label().length())))
          .append(line.text())
          .append('\n');
    }
    return text.toString();
  }

  static Map<String, @Nullable Object> data(Plan plan) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("plan", plan.id());
    out.put("title", plan.title());
    out.put("cluster", plan.cluster());
    out.put("nodes", plan.targets().stream().map(PlanText::target).toList());
    out.put("violations", plan.violations().stream().map(v -> v.text()).toList());
    out.put("calls", plan.forecast().calls());
    out.put("earliest_end", Views.time(plan.forecast().earliest()));
    out.put("latest_end", Views.time(plan.forecast().latest()));
    return out;
  }

  private static Map<String, @Nullable Object> target(Target target) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", target.id());
    out.put("host", target.host());
    out.put("queue", target.queue());
    out.put("jobs", target.jobs());
    return out;
  }
}
