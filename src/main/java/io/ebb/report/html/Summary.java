package io.ebb.report.html;

import io.ebb.plan.Forecast;
import io.ebb.report.Calls;
import io.ebb.report.Cover;
import io.ebb.report.Next;
import io.ebb.report.Passage.Filled;
import io.ebb.report.PlanPart;
import io.ebb.report.Problem;
import io.ebb.report.Report;
import io.ebb.report.Spans;
import io.ebb.report.Spell;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Outcome;
import io.ebb.run.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first screen: what was done, whether it worked, what became of the nodes, what is left.
final class Summary {
  private final Page page;
  private final Html html;
  private final Report report;
  private final Cover cover;

  Summary(Page page) {
    this.page = page;
    this.html = page.html();
    this.report = page.report();
    this.cover = report.cover();
  }

  void write() {
    html.element("header").holding(this::header);
    html.element("dl.tiles").holding(this::tiles);
    next();
  }

  private void header() {
    html.element("div.over")
        .holding(() -> {
          html.element("span").text("Ebb · report of a " + what());
          html.element("span.mono").text(cover.run());
        });
    html.element("h1").text(cover.title());
    html.element("div.verdict")
        .holding(() -> {
          page.badge(Tone.of(cover.state()), Tone.words(cover.state()));
          html.element("span").text(verdict());
        });
  }

  private String what() {
    return switch (cover.kind()) {
      case PLAN -> "run";
      case SCRIPT -> "script, " + cover.subtitle();
      case RUNBOOK -> "runbook, " + cover.subtitle();
      case SESSION -> "session";
    };
  }

  private String verdict() {
    List<String> parts = new ArrayList<>();
    blocks().ifPresent(parts::add);
    parts.add(report.nodes().isEmpty() ? "no node was to be retired" : report.summary());
    why().ifPresent(parts::add);
    return String.join("; ", parts) + "." + silence();
  }

  /// Why it did not go on to its end; empty when it did, or goes on.
  private Optional<String> why() {
    boolean through = Tone.of(cover.state()) == Tone.GOOD || Tone.of(cover.state()) == Tone.CALM;
    return report.problems().stream()
        .filter(problem -> !through && problem.where().equals(Problem.RUN))
        .map(Problem::what)
        .reduce((_, last) -> last);
  }

  /// How far a runbook is; empty when it is none.
  private Optional<String> blocks() {
    List<Filled> blocks = filled().toList();
    long done = blocks.stream().filter(block -> block.end() == BlockEnd.DONE).count();
    String out = leftOut().isEmpty() ? "" : ", left out: " + String.join(", ", leftOut());
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of("%d of %d blocks done%s".formatted(done, blocks.size(), out));
  }

  private Stream<Filled> filled() {
    return report.story().stream().filter(Filled.class::isInstance).map(Filled.class::cast);
  }

  private List<String> leftOut() {
    return filled()
        .filter(block -> block.end() == BlockEnd.SKIPPED)
        .map(block -> block.block().name())
        .toList();
  }

  /// Why nobody carries it out, where nobody does.
  private String silence() {
    boolean silent = cover.state() == RunState.INTERRUPTED && !report.spells().isEmpty();
    return silent ? last(report.spells().getLast()) : "";
  }

  private String last(Spell spell) {
    String when = page.times().at(spell.to());
    return spell.vanished()
        ? " Its process was not heard of after %s.".formatted(when)
        : " It was stopped at %s: %s.".formatted(when, spell.end());
  }

  // --- tiles

  private void tiles() {
    if (!report.nodes().isEmpty()) {
      tile("Nodes", count(), others());
    }
    tile(cover.ended() == null ? "So far" : "Took", Spans.words(cover.took()), when());
    if (!report.plans().isEmpty()) {
      calls(report.calls());
    }
    tile("Begun by", cover.operator().isEmpty() ? "not known" : cover.operator(), where());
    if (!cover.clusters().isEmpty()) {
      tile("Cluster", String.join(", ", cover.clusters()), queues());
    }
  }

  private void tile(String name, String big, String more) {
    html.element("div.tile")
        .holding(() -> {
          html.element("dt").text(name);
          html.element("dd.big").text(big);
          html.element("dd.more").text(more);
        });
  }

  private String count() {
    long retired = report.counts().getOrDefault(Outcome.RETIRED, 0L);
    return "%,d of %,d retired".formatted(retired, report.nodes().size());
  }

  private String others() {
    String others =
        report.counts().entrySet().stream()
            .filter(each -> each.getKey() != Outcome.RETIRED)
            .map(each -> "%,d %s".formatted(each.getValue(), each.getKey().label()))
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "none kept, failed or unknown" : others;
  }

  private String when() {
    String end = cover.ended() == null ? "" : " to " + page.times().at(cover.ended());
    String forecast =
        report.plans().size() == 1 && cover.ended() != null
            ? "; " + forecast(report.plans().getFirst())
            : "";
    return "%s%s %s%s"
        .formatted(page.times().full(cover.began()), end, page.times().zone(), forecast);
  }

  private static String forecast(PlanPart part) {
    Forecast forecast = part.plan().forecast();
    return "forecast %s to %s"
        .formatted(
            Spans.words(Duration.between(part.plan().madeAt(), forecast.earliest())),
            Spans.words(Duration.between(part.plan().madeAt(), forecast.latest())));
  }

  private void calls(Calls calls) {
    String spent = calls.spent() == null ? "not known yet" : number(calls.spent());
    String left =
        calls.left() == null || calls.limit() == null
            ? ""
            : "; %s of %s were left that hour"
                .formatted(number(calls.left()), number(calls.limit()));
    tile("API calls", spent, "forecast %s%s".formatted(number(calls.forecast()), left));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String where() {
    List<String> processes =
        report.spells().stream()
            .filter(spell -> spell.by() != null)
            .map(Spell::who)
            .distinct()
            .toList();
    return processes.isEmpty() ? "where is not known" : String.join(", then ", processes);
  }

  private String queues() {
    return report.nodes().stream()
        .map(node -> node.queue().isEmpty() ? "no queue" : "queue " + node.queue())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  // --- what is left to do

  private void next() {
    boolean done = report.next().isEmpty() && attention().isEmpty();
    boolean calm = done || cover.state() == RunState.RUNNING;
    html.element(calm ? "div.next.plain" : "div.next")
        .holding(() -> {
          html.element("h2").text(heading(done));
          if (done) {
            html.element("p.small.soft").text(over());
          } else {
            html.element("ul").holding(this::steps);
          }
        });
  }

  private String heading(boolean done) {
    if (cover.state() == RunState.RUNNING) {
      return "It goes on";
    }
    return done ? "Nothing is left to do" : "What is left to do";
  }

  private String over() {
    if (report.nodes().isEmpty()) {
      return "It has ended.";
    }
    if (cover.state() == RunState.DONE && leftOut().isEmpty()) {
      return "Everything went as planned, and that was seen afterwards.";
    }
    return cover.state() == RunState.DONE
        ? "All but what was left out went as planned, and that was seen afterwards."
        : "It has ended; what became of each node is known, and stands below.";
  }

  private void steps() {
    attention().forEach(step -> html.element("li").text(step));
    for (Next next : report.next()) {
      html.element("li")
          .holding(() -> {
            html.element("code").text(next.command());
            html.text(" " + next.effect());
          });
    }
  }

  /// What a person has to look at, whatever commands there are.
  private List<String> attention() {
    return report.fates().stream()
        .filter(fate -> fate.outcome() == Outcome.UNKNOWN || fate.outcome() == Outcome.FAILED)
        .map(fate -> "look at %s: %s".formatted(fate.hosts(), fate.reason()))
        .toList();
  }
}
