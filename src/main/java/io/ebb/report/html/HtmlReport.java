package io.ebb.report.html;

import io.ebb.report.Cover;
import io.ebb.report.Kind;
import io.ebb.report.Report;
import java.time.ZoneId;

/// A report as one page of HTML: it runs nothing, loads nothing, and reads in the light, in the
/// dark, on a telephone and on paper.
public final class HtmlReport {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Page page;
  private final Html html;
  private final Report report;

  private HtmlReport(Report report, ZoneId zone) {
    this.report = report;
    this.html = new Html();
    this.page = new Page(html, report, new Times(zone, report.cover()));
  }

  /// The report as a page.
  ///
  /// @param zone by which its times are told
  public static String of(Report report, ZoneId zone) {
    return new HtmlReport(report, zone).page();
  }

  private String page() {
    html.element("html")
        .with("lang", "en")
        .holding(() -> {
          html.element("head").holding(this::head);
          html.element("body").holding(() -> html.element("main").holding(this::body));
        });
    return html.page();
  }

  private void head() {
    html.element("meta").with("charset", "utf-8").alone();
    html.element("meta")
        .with("http-equiv", "Content-Security-Policy")
        .with("content", POLICY)
        .alone();
    meta("viewport", "width=device-width, initial-scale=1");
    meta("color-scheme", "light dark");
    meta("referrer", "no-referrer");
    meta("robots", "noindex");
    meta("generator", "Ebb " + report.cover().version());
    html.element("title").text(report.cover().run() + ": " + report.cover().title());
    html.element("style").text(Sheet.TEXT);
  }

  private void meta(String name, String content) {
    html.element("meta").with("name", name).with("content", content).alone();
  }

  private void body() {
    new Summary(page).write();
    Contents contents = new Contents(page);
    contents.write();
    contents
        .sections()
        .forEach(section -> page.section(section.id(), section.title(), section.content()));
    html.element("footer").text(foot(report.cover()));
  }

  private String foot(Cover cover) {
    String what = cover.kind() == Kind.SESSION ? "session" : "run";
    return "Made by Ebb %s at %s from the journal of %s %s. All times are %s."
        .formatted(
            cover.version(),
            page.times().full(cover.now()),
            what,
            cover.run(),
            page.times().zone());
  }
}
