package io.ebb.report.html;

import io.ebb.plan.Line;
import io.ebb.plan.Plan;
import io.ebb.plan.Verdict;
import io.ebb.plan.Violation;
import io.ebb.report.PlanPart;
import io.ebb.report.Spans;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What was to be done, what was checked before, and what it took.
final class Plans {
  private final Page page;
  private final Html html;

  Plans(Page page) {
    this.page = page;
    this.html = page.html();
  }

  void write() {
    List<PlanPart> plans = page.report().plans();
    for (PlanPart part : plans) {
      if (plans.size() > 1) {
        html.element("h3").with("id", part.run()).text(part.run() + " · " + part.plan().title());
      }
      write(part);
    }
  }

  private void write(PlanPart part) {
    html.element("dl.facts")
        .holding(() -> {
          part.plan().lines().forEach(this::line);
          took(part);
        });
    overrides(part.plan());
    guards(part.plan());
  }

  /// Several plans have a heading each, and what belongs to one comes below it.
  private String heading() {
    return page.report().plans().size() > 1 ? "h4" : "h3";
  }

  private void line(Line line) {
    html.element("dt").text(line.label());
    html.element("dd").text(line.text());
  }

  private void fact(String name, String value) {
    html.element("dt").text(name);
    html.element("dd").text(value);
  }

  private void took(PlanPart part) {
    Plan plan = part.plan();
    fact("made", page.times().at(plan.madeAt()));
    fact("state", Tone.words(part.state()));
    if (part.ended() != null) {
      fact(
          "took",
          "%s; forecast %s when no job is waited for, %s at the latest"
              .formatted(
                  Spans.words(Duration.between(part.began(), part.ended())),
                  Spans.words(Duration.between(plan.madeAt(), plan.forecast().earliest())),
                  Spans.words(Duration.between(plan.madeAt(), plan.forecast().latest()))));
    }
    if (part.calls() != null) {
      fact("calls", "%d; forecast %d".formatted(part.calls(), plan.forecast().calls()));
    }
    fact("digest", plan.digest());
  }

  private void overrides(Plan plan) {
    List<Verdict> overridden =
        plan.verdicts().stream().filter(verdict -> verdict.override() != null).toList();
    if (overridden.isEmpty()) {
      return;
    }
    html.element(heading()).text("Guards that were overridden");
    Table table = page.table("Overrides", "Guard|t", "What was wrong|wide", "Reason given|wide");
    table.holding(() ->
        overridden.forEach(verdict ->
            table.row(
                Tone.WARN,
                2,
                verdict.guard().label(),
                problems(verdict),
                String.valueOf(verdict.override()))));
  }

  private static String problems(Verdict verdict) {
    return verdict.violations().stream().map(Violation::problem).collect(Collectors.joining("; "));
  }

  private void guards(Plan plan) {
    html.element(heading()).text("Guards");
    Table table = page.table("Guards", "Guard|t", "Verdict|t", "What was found|wide");
    table.holding(() ->
        plan.verdicts()
            .forEach(verdict ->
                table.row(
                    tone(verdict),
                    1,
                    verdict.guard().label(),
                    tone(verdict).words(words(verdict)),
                    verdict.holds() ? verdict.finding() : problems(verdict))));
  }

  private static Tone tone(Verdict verdict) {
    return verdict.holds() ? Tone.GOOD : verdict.forbids() ? Tone.BAD : Tone.WARN;
  }

  private static String words(Verdict verdict) {
    return verdict.holds() ? "holds" : verdict.forbids() ? "forbids it" : "overridden";
  }
}
