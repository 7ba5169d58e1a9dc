package io.ebb.cli;

import io.ebb.plan.Line;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A plan as people and programs read it.
///
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record PlanText(Palette palette, OptionalInt width) {
  /// Where the text begins, behind the labels.
  private static final int MARGIN = 11;

  String of(Plan plan) {
    LabelledLines format = new LabelledLines(palette, width);
    List<Line> lines = plan.lines();
    Line title = lines.getFirst();
    StringBuilder text = new StringBuilder(format.title(title.label() + "  " + title.text()));
    for (Line line : lines.subList(1, lines.size())) {
      text.append(format.line(line.label(), style(line), line.text(), MARGIN));
    }
    return text.toString();
  }

  private static Style style(Line line) {
    return switch (line.label()) {
      case "refused" -> Style.ERROR;
      case "override" -> Style.WARNING;
      default -> Style.DIM;
    };
  }

  static Map<String, @Nullable Object> data(Plan plan) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("plan", plan.id());
    out.put("title", plan.title());
    out.put("cluster", plan.cluster());
    out.put("nodes", plan.targets().stream().map(PlanText::target).toList());
    out.put("violations", plan.violations().stream().map(v -> v.text()).toList());
    out.put("overrides", overrides(plan));
    out.put("calls", plan.forecast().calls());
    out.put("budget", Views.budget(plan.budget()));
    out.put("earliest_end", Views.time(plan.forecast().earliest()));
    out.put("latest_end", Views.time(plan.forecast().latest()));
    return out;
  }

  private static Map<String, String> overrides(Plan plan) {
    Map<String, String> out = new LinkedHashMap<>();
    plan.options().overrides().forEach((guard, reason) -> out.put(guard.label(), reason));
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
