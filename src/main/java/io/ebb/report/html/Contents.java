package io.ebb.report.html;

import io.ebb.report.Kind;
import io.ebb.report.Report;
import java.util.ArrayList;
import java.util.List;

/// The sections that a report has, in their order, and the table of contents.
final class Contents {
  /// With fewer nodes each has its line on the first page.
  private static final int FEW = 40;

  private final Page page;
  private final List<Section> sections = new ArrayList<>();

  /// A section.
  record Section(String id, String title, Runnable content) {}

  Contents(Page page) {
    this.page = page;
    Report report = page.report();
    Outcomes outcomes = new Outcomes(page);
    boolean many = report.nodes().size() > FEW;
    Records records = new Records(page);
    add(
        !report.nodes().isEmpty(),
        "outcomes",
        "What became of the nodes",
        many ? outcomes::folded : outcomes::each);
    add(
        !report.timeline().lanes().isEmpty(),
        "timeline",
        "Timeline",
        () -> new Chart(page).write());
    add(!report.story().isEmpty(), "story", story(report), () -> new Telling(page).write());
    add(
        !report.plans().isEmpty(),
        "plan",
        report.plans().size() > 1 ? "Plans" : "Plan",
        () -> new Plans(page).write());
    add(!report.queues().isEmpty(), "queues", "Queues before and after", records::queues);
    add(!report.sent().isEmpty(), "calls", "Changes sent to the API", records::sent);
    add(!report.decisions().isEmpty(), "answers", "Confirmations and answers", records::decisions);
    add(!report.problems().isEmpty(), "problems", "Errors", records::problems);
    add(!report.steps().isEmpty(), "steps", "Steps of the script", records::steps);
    add(!report.parameters().isEmpty(), "parameters", "Parameters", records::parameters);
    add(many, "nodes", "Every node", outcomes::each);
    add(true, "record", "Processes and journal", records::journal);
  }

  private static String story(Report report) {
    Kind kind = report.cover().kind();
    return switch (kind) {
      case RUNBOOK -> "The runbook, filled in";
      case SESSION -> "What was said and shown";
      case PLAN, SCRIPT -> "What was shown";
    };
  }

  private void add(boolean there, String id, String title, Runnable content) {
    if (there) {
      sections.add(new Section(id, title, content));
    }
  }

  List<Section> sections() {
    return sections;
  }

  void write() {
    page.html()
        .element("nav")
        .with("aria-label", "Contents")
        .holding(() ->
            page.html()
                .element("ul")
                .holding(() ->
                    sections.forEach(section ->
                        page.html()
                            .element("li")
                            .holding(() ->
                                page.html()
                                    .element("a")
                                    .with("href", "#" + section.id())
                                    .text(section.title())))));
  }
}
