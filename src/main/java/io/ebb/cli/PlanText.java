package io.ebb.cli;

import io.ebb.plan.Line;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
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

  /// A file has no width; this one reads well.
  private static final int PIPE_WIDTH = 120;

  String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    List<Line> lines = plan.lines();
    Line title = lines.getFirst();
    List<String> first =
        Paragraph.wrap(title.label() + "  " + title.text(), width.orElse(PIPE_WIDTH));
    first.forEach(part -> text.append(palette.paint(Style.BOLD, part)).append('\n'));
    lines.subList(1, lines.size()).forEach(line -> append(text, line));
    return text.toString();
  }

  private void append(StringBuilder text, Line line) {
    Style style =
        switch (line.label()) {
          case "refused" -> Style.ERROR;
          case "override" -> Style.WARNING;
          default -> Style.DIM;
        };
    String label = line.label();
    for (String part : Paragraph.wrap(line.text(), width.orElse(PIPE_WIDTH) - MARGIN)) {
      String padding = " ".repeat(Math.max(1, MARGIN - 2 - label.length()));
      text.append("  ")
          .append(palette.paint(style, label))
          .append(padding)
          .append(part)
          .append('\n');
      label = "";
    }
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
