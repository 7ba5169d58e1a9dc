package io.ebb.report.html;

import static java.util.Comparator.comparing;

import io.ebb.report.Hosts;
import io.ebb.report.Spans;
import io.ebb.report.Timeline;
import io.ebb.report.Timeline.Bar;
import io.ebb.report.Timeline.Gap;
import io.ebb.report.Timeline.Group;
import io.ebb.report.Timeline.Phase;
import io.ebb.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The timeline as pictures, each no taller than a page, with what they mean beside them and the
/// same in words below.
final class Chart {
  /// With fewer nodes each has a row of its own.
  private static final int FEW = 16;

  private final Page page;
  private final Html html;
  private final Times times;
  private final Timeline timeline;
  private final List<Group> groups;

  Chart(Page page) {
    this.page = page;
    this.html = page.html();
    this.times = page.times();
    this.timeline = page.report().timeline();
    this.groups = timeline.lanes().size() > FEW ? timeline.groups() : each(timeline);
  }

  private static List<Group> each(Timeline timeline) {
    return timeline.lanes().stream().map(lane -> new Group(lane, List.of(lane.host()))).toList();
  }

  void write() {
    html.element("figure")
        .holding(() -> {
          html.element("figcaption").text(caption());
          html.element("div.scroll")
              .with("role", "region")
              .with("tabindex", "0")
              .with("aria-label", "Timeline")
              .holding(this::pictures);
          html.element("ul.legend").holding(this::legend);
        });
    inWords();
    waits();
  }

  private String caption() {
    return "%s, %s. One row for each node%s, in the order of the plan."
        .formatted(
            times.day(timeline.from()),
            times.span(timeline.from(), timeline.to()),
            groups.size() < timeline.lanes().size()
                ? ", or for neighbours to which the same happened at the same time"
                : "");
  }

  private void pictures() {
    Rows rows = new Rows(groups);
    boolean goesOn = page.report().cover().state() == RunState.RUNNING;
    for (List<Group> part : rows.pages()) {
      new Picture(html, times, timeline, rows, goesOn).write(part);
    }
  }

  // --- what it means

  private void legend() {
    Set<Phase> seen = EnumSet.noneOf(Phase.class);
    groups.stream()
        .flatMap(group -> group.lane().bars().stream())
        .filter(Bar::lasted)
        .forEach(bar -> seen.add(bar.phase()));
    for (Phase phase : seen) {
      sign(phase.label() + ": " + phase.meaning(), () -> swatch(phase));
    }
    if (groups.stream().anyMatch(group -> group.lane().noReturn() != null)) {
      sign("the point of no return: before it, a cancel puts the node back", this::flag);
    }
    if (groups.stream().anyMatch(group -> !group.lane().marks().isEmpty())) {
      sign("! not accepted, or ? the answer was lost: looked at and sent again", this::retry);
    }
    if (!timeline.gaps().isEmpty()) {
      sign("nobody carried it out", this::gap);
    }
  }

  private void sign(String meaning, Runnable picture) {
    html.element("li")
        .holding(() -> {
          html.element("svg").with("aria-hidden", "true").holding(picture);
          html.text(meaning);
        });
  }

  private void swatch(Phase phase) {
    if (phase == Phase.WAIT) {
      html.element("path.wait").with("d", "M0 9H22").holding(() -> {});
    } else {
      html.element("rect." + phase.label())
          .with("width", "22")
          .with("height", "12")
          .with("rx", "2")
          .holding(() -> {});
    }
  }

  private void flag() {
    html.element("path.noreturn").with("d", "M6 0V12").holding(() -> {});
    html.element("path.flag").with("d", "M6 0L14 3.5L6 7Z").holding(() -> {});
  }

  private void retry() {
    html.element("circle.retry").with("cx", "11").with("cy", "6").with("r", "5").holding(() -> {});
  }

  private void gap() {
    html.element("rect.gap").with("width", "22").with("height", "12").holding(() -> {});
  }

  // --- the same in words

  private void inWords() {
    if (groups.size() > Rows.NAMED) {
      page.paragraph("small.soft", "What happened to each node stands in the table of the nodes.");
      return;
    }
    List<Phase> phases =
        EnumSet.complementOf(EnumSet.of(Phase.WAIT)).stream().filter(this::happens).toList();
    List<String> heads = new ArrayList<>(List.of("Nodes|hosts"));
    phases.forEach(phase -> heads.add(phase.label()));
    heads.add("no return from|t");
    Table table = page.table("The timeline in words", heads.toArray(String[]::new));
    table.holding(() -> groups.forEach(group -> table.row(cells(group, phases))));
  }

  private boolean happens(Phase phase) {
    return groups.stream()
        .flatMap(group -> group.lane().bars().stream())
        .anyMatch(bar -> bar.phase() == phase);
  }

  private String[] cells(Group group, List<Phase> phases) {
    List<String> cells = new ArrayList<>(List.of(Hosts.fold(group.hosts())));
    for (Phase phase : phases) {
      cells.add(
          group.lane().bars().stream()
              .filter(bar -> bar.phase() == phase)
              .map(this::words)
              .collect(Collectors.joining("; ")));
    }
    cells.add(times.at(group.lane().noReturn()));
    return cells.toArray(String[]::new);
  }

  private String words(Bar bar) {
    String span = Spans.words(Duration.between(bar.from(), bar.to()));
    return "%s, %s%s".formatted(times.at(bar.from()), span, bar.open() ? " so far" : "");
  }

  private record Wait(Instant from, Instant to, String reason) {}

  private void waits() {
    Set<Wait> waits = new LinkedHashSet<>();
    groups.stream()
        .limit(Rows.NAMED)
        .flatMap(group -> group.lane().bars().stream())
        .filter(bar -> bar.phase() == Phase.WAIT)
        .forEach(bar -> waits.add(new Wait(bar.from(), bar.to(), bar.note())));
    timeline.gaps().stream().map(Chart::gone).forEach(waits::add);
    if (waits.isEmpty()) {
      return;
    }
    html.element("h3").text("What it waited for");
    Table table = page.table("Waits", "From|t", "For|t", "Why|wide");
    table.holding(() ->
        waits.stream()
            .sorted(comparing(Wait::from))
            .forEach(wait -> row(table, wait.from(), wait.to(), wait.reason())));
  }

  private static Wait gone(Gap gap) {
    return new Wait(gap.from(), gap.to(), "nobody carried it out: " + gap.note());
  }

  private void row(Table table, Instant from, Instant to, String why) {
    table.row(times.at(from), Spans.words(Duration.between(from, to)), why);
  }
}
