package io.ebb.report.html;

import static io.ebb.report.html.Scale.percent;

import io.ebb.report.Hosts;
import io.ebb.report.Timeline;
import io.ebb.report.Timeline.Bar;
import io.ebb.report.Timeline.Gap;
import io.ebb.report.Timeline.Group;
import io.ebb.report.Timeline.Mark;
import io.ebb.report.Timeline.Phase;
import io.ebb.run.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One picture of a timeline: across in percent of whatever width there is, so that texts keep
/// their size.
final class Picture {
  private static final int AXIS = 24;

  /// How tall a name is: of thin rows not each has one.
  private static final int NAME = 16;

  /// The narrowest plot, in pixels: what fits there, fits.
  private static final double NARROWEST = 5.2;

  private static final double PER_LETTER = 6.6;
  private static final int LONGEST_NAME = 17;

  private final Html html;
  private final Times times;
  private final Timeline timeline;
  private final Rows rows;
  private final Scale scale;
  private final boolean goesOn;

  /// @param goesOn whether the run goes on: it ends now
  Picture(Html html, Times times, Timeline timeline, Rows rows, boolean goesOn) {
    this.html = html;
    this.times = times;
    this.timeline = timeline;
    this.rows = rows;
    this.scale = new Scale(timeline.from(), timeline.to());
    this.goesOn = goesOn;
  }

  void write(List<Group> groups) {
    int height = AXIS + groups.stream().mapToInt(rows::height).sum() + 2;
    html.element("svg.chart")
        .with("height", String.valueOf(height))
        .with("role", "img")
        .with("aria-label", description(groups))
        .holding(() -> {
          html.element("title").text(description(groups));
          backgrounds(groups);
          timeline.gaps().forEach(gap -> gap(gap, height));
          ticks(height);
          int y = AXIS;
          int named = 0;
          for (Group group : groups) {
            if (y - named >= NAME) {
              name(group, y, rows.height(group));
              named = y;
            }
            row(group, y, rows.height(group));
            y += rows.height(group);
          }
          now(height);
        });
  }

  private static String description(List<Group> groups) {
    return "Timeline of %s; the table below says the same in words"
        .formatted(Hosts.fold(groups.stream().flatMap(group -> group.hosts().stream()).toList()));
  }

  // --- behind the rows

  private void backgrounds(List<Group> groups) {
    int y = AXIS;
    for (int i = 0; i < groups.size(); i++) {
      int height = rows.height(groups.get(i));
      if (i % 2 == 0 && rows.named()) {
        rectangle("row", 0, 100, y, height, "");
      }
      y += height;
    }
  }

  private void ticks(int height) {
    for (Instant tick : scale.ticks(times)) {
      String x = percent(scale.at(tick));
      line("grid", x, AXIS - 4, height - 2);
      html.element("text.tick")
          .with("x", x)
          .with("y", String.valueOf(AXIS - 9))
          .with("text-anchor", "middle")
          .text(times.tick(tick, scale.step()));
    }
  }

  private void gap(Gap gap, int height) {
    rectangle(
        "gap",
        scale.at(gap.from()),
        scale.width(gap.from(), gap.to()),
        AXIS,
        height - AXIS - 2,
        "nobody carried it out, %s: %s".formatted(times.span(gap.from(), gap.to()), gap.note()));
  }

  private void now(int height) {
    if (goesOn) {
      String x = percent(scale.at(timeline.to()));
      line("now", x, AXIS - 6, height - 2);
    }
  }

  // --- rows

  private void row(Group group, int y, int height) {
    if (rows.named()) {
      outcome(group.lane().outcome(), y + height / 2 + 4);
    }
    int inset = rows.named() ? 4 : 1;
    for (Bar bar : group.lane().bars()) {
      if (bar.phase() == Phase.WAIT) {
        wait(bar, y + height - 2);
      } else if (bar.lasted()) {
        bar(bar, y + inset, height - 2 * inset);
      }
    }
    Instant noReturn = group.lane().noReturn();
    if (noReturn != null) {
      noReturn(noReturn, y, height);
    }
    group.lane().marks().forEach(mark -> mark(mark, y + height / 2));
  }

  private void name(Group group, int y, int height) {
    String hosts = Hosts.fold(group.hosts());
    boolean several = group.hosts().size() > 1 && rows.named();
    html.element("text")
        .with("x", "4")
        .with("y", String.valueOf(y + height / 2 + (several ? -2 : 4)))
        .holding(() -> {
          html.element("title").text(hosts);
          html.text(cut(hosts));
        });
    if (several) {
      html.element("text.count")
          .with("x", "4")
          .with("y", String.valueOf(y + height / 2 + 11))
          .text(String.format(Locale.ROOT, "%,d nodes", group.hosts().size()));
    }
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private void outcome(Outcome outcome, int y) {
    html.element("text.end." + Tone.of(outcome).style())
        .with("x", percent(Scale.RIGHT + 1))
        .with("y", String.valueOf(y))
        .text(Tone.words(outcome));
  }

  private void bar(Bar bar, int y, int height) {
    double x = scale.at(bar.from());
    double width = scale.width(bar.from(), bar.to());
    rectangle(bar.phase().label(), x, width, y, height, words(bar));
    boolean fits = width * NARROWEST > bar.phase().label().length() * PER_LETTER + 8;
    if (fits && rows.named()) {
      html.element("text.onbar." + bar.phase().label() + "-label")
          .with("x", percent(x + width / 2))
          .with("y", String.valueOf(y + height / 2 + 4))
          .with("text-anchor", "middle")
          .text(bar.phase().label());
    }
  }

  private String words(Bar bar) {
    return rows.named()
        ? "%s %s%s%s"
            .formatted(
                bar.phase().label(),
                times.span(bar.from(), bar.to()),
                bar.open() ? ", goes on" : "",
                bar.note().isEmpty() ? "" : ": " + bar.note())
        : "";
  }

  private void wait(Bar bar, int y) {
    if (rows.named()) {
      html.element("line.wait")
          .with("x1", percent(scale.at(bar.from())))
          .with("x2", percent(scale.at(bar.from()) + scale.width(bar.from(), bar.to())))
          .with("y1", String.valueOf(y))
          .with("y2", String.valueOf(y))
          .holding(() -> html.element("title").text(words(bar)));
    }
  }

  private void noReturn(Instant at, int y, int height) {
    String x = percent(scale.at(at));
    line("noreturn", x, y, y + height);
    if (rows.named()) {
      html.element("svg")
          .with("x", x)
          .with("y", String.valueOf(y))
          .with("overflow", "visible")
          .holding(() ->
              html.element("path.flag")
                  .with("d", "M0 0L8 3.5L0 7Z")
                  .holding(
                      () -> html.element("title").text("no return from " + times.at(at) + " on")));
    }
  }

  private void mark(Mark mark, int y) {
    String x = percent(scale.at(mark.at()));
    html.element("circle.retry")
        .with("cx", x)
        .with("cy", String.valueOf(y))
        .with("r", rows.named() ? "6" : "2")
        .holding(() ->
            html.element("title")
                .text(
                    "%s %s: %s"
                        .formatted(
                            times.at(mark.at()),
                            mark.lost() ? "the answer was lost" : "not accepted",
                            mark.note())));
    if (rows.named()) {
      html.element("text.sign")
          .with("x", x)
          .with("y", String.valueOf(y + 4))
          .with("text-anchor", "middle")
          .text(mark.lost() ? "?" : "!");
    }
  }

  private void rectangle(String style, double x, double width, int y, int height, String title) {
    html.element("rect." + style)
        .with("x", percent(x))
        .with("y", String.valueOf(y))
        .with("width", percent(width))
        .with("height", String.valueOf(height))
        .holding(() -> {
          if (!title.isEmpty()) {
            html.element("title").text(title);
          }
        });
  }

  private void line(String style, String x, int from, int to) {
    html.element("line." + style)
        .with("x1", x)
        .with("x2", x)
        .with("y1", String.valueOf(from))
        .with("y2", String.valueOf(to))
        .holding(() -> {});
  }
}
