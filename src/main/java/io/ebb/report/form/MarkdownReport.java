package io.ebb.report.form;

import io.ebb.report.Calls;
import io.ebb.report.Cover;
import io.ebb.report.Passage;
import io.ebb.report.PlanPart;
import io.ebb.report.Report;
import io.ebb.run.Outcome;
import io.ebb.script.Language;
import io.ebb.text.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report as Markdown, for tickets and mail: the tables of the page, and no picture.
final class MarkdownReport {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Report report;
  private final MarkdownWriter out = new MarkdownWriter();

  private final ZoneId zone;

  private MarkdownReport(Report report, ZoneId zone) {
    this.report = report;
    this.zone = zone;
  }

  static String of(Report report, ZoneId zone) {
    return new MarkdownReport(report, zone).write();
  }

  private String write() {
    out.raw("<!-- generator: Ebb %s -->".formatted(report.cover().version()));
    cover();
    next();
    parameters();
    nodes();
    report.plans().forEach(this::plan);
    queues();
    sent();
    decisions();
    problems();
    story();
    spells();
    seals();
    return out.toString();
  }

  private void cover() {
    Cover cover = report.cover();
    out.heading(1, cover.title());
    out.item("state", cover.state().label());
    out.item(cover.kind().label(), cover.run());
    out.item("operator", cover.operator());
    out.item("cluster", String.join(", ", cover.clusters()));
    out.item("began", time(cover.began()));
    out.item("ended", cover.ended() == null ? "not yet" : time(cover.ended()));
    out.item("took", Durations.format(cover.took()));
    out.item("nodes", outcomes());
    out.item("calls", calls());
    out.item("report made", time(cover.now()) + ", by Ebb " + cover.version());
    out.end();
    out.text(cover.subtitle());
    out.text("All times are %s.".formatted(zone));
  }

  private String outcomes() {
    return Arrays.stream(Outcome.values())
        .map(outcome ->
            report.nodes().stream().filter(node -> node.outcome() == outcome).count()
                + " "
                + outcome.label())
        .filter(count -> !count.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private String calls() {
    Calls calls = report.calls();
    if (calls.limit() == null) {
      return "";
    }
    return "%s spent of %d foreseen; %d of the %d of an hour were left at the beginning"
        .formatted(
            calls.spent() == null ? "an unknown number" : calls.spent().toString(),
            calls.forecast(),
            calls.left(),
            calls.limit());
  }

  private void next() {
    if (!report.next().isEmpty()) {
      out.heading(2, "What can be done now");
      report.next().forEach(each -> out.item(each.effect(), each.command()));
      out.end();
    }
  }

  private void parameters() {
    table(
        "Parameters",
        List.of("parameter", "value"),
        report.parameters().stream()
            .map(each -> List.of(each.name(), each.masked() ? "(a secret)" : each.value())));
  }

  private void nodes() {
    table(
        "What became of each node",
        List.of("host", "node", "queue", "outcome", "why", "settled", "run"),
        report.nodes().stream()
            .map(each ->
                List.of(
                    each.host(),
                    each.id(),
                    each.queue(),
                    each.outcome().label(),
                    each.reason(),
                    time(each.at()),
                    each.run())));
  }

  private void plan(PlanPart part) {
    out.heading(2, "Plan of run " + part.run());
    out.code(
        "",
        part.plan().lines().stream()
            .map(line -> "%-10s %s".formatted(line.label(), line.text()))
            .collect(Collectors.joining("\n")));
    part.plan()
        .options()
        .overrides()
        .forEach((guard, reason) -> out.item("overridden: " + guard.label(), reason));
    out.item("stopped", Objects.requireNonNullElse(part.stopped(), ""));
    out.end();
  }

  private void queues() {
    table(
        "Queues",
        List.of("queue", "cluster", "nodes before", "nodes after"),
        report.queues().stream()
            .map(each ->
                List.of(each.name(), each.cluster(), count(each.before()), count(each.after()))));
  }

  private static String count(@Nullable Integer nodes) {
    return nodes == null ? "–" : nodes.toString();
  }

  private void sent() {
    table(
        "Changes sent to the service",
        List.of("sent", "change", "queue", "nodes", "operation", "known", "result"),
        report.sent().stream()
            .map(each ->
                List.of(
                    each.sendings().stream().map(this::time).collect(Collectors.joining(", ")),
                    each.call() == null ? each.words() : each.call(),
                    each.queue(),
                    String.join(", ", each.nodes()),
                    Objects.requireNonNullElse(each.operation(), "none"),
                    time(each.concluded()),
                    each.result())));
  }

  private void decisions() {
    table(
        "Confirmations and answers",
        List.of("at", "question", "answer", "by"),
        report.decisions().stream()
            .map(each -> List.of(time(each.at()), each.question(), each.answer(), each.by())));
  }

  private void problems() {
    table(
        "What went wrong",
        List.of("at", "where", "what", "what to do"),
        report.problems().stream()
            .map(each -> List.of(time(each.at()), each.where(), each.what(), each.hint())));
  }

  private void spells() {
    table(
        "Who carried it out",
        List.of("run", "for", "process", "from", "to", "end"),
        report.spells().stream()
            .map(each ->
                List.of(
                    each.run(),
                    each.purpose(),
                    each.who(),
                    time(each.from()),
                    time(each.to()),
                    each.end())));
  }

  private void seals() {
    table(
        "Journal",
        List.of("run", "events", "digest of the last"),
        report.seals().stream()
            .map(each -> List.of(each.run(), "" + each.events(), each.digest())));
  }

  private void story() {
    if (!report.story().isEmpty()) {
      out.heading(
          2,
          switch (report.cover().kind()) {
            case RUNBOOK -> "The runbook, filled in";
            case SESSION -> "What was said";
            case PLAN, SCRIPT -> "What it showed";
          });
      report.story().forEach(this::passage);
    }
  }

  private void passage(Passage passage) {
    switch (passage) {
      case Passage.Text(var prose) -> out.raw(prose.markdown().strip());
      case Passage.Output output -> shown(List.of(output));
      case Passage.Filled filled -> filled(filled);
      case Passage.Statement statement -> said(statement);
    }
  }

  private void filled(Passage.Filled filled) {
    out.code(
        Optional.ofNullable(filled.block().language()).map(Language::id).orElse(""),
        filled.block().text().stripTrailing());
    String state = filled.end() == null ? "not ended" : filled.end().label();
    out.item(
        "block %d, %s".formatted(filled.place(), filled.block().name()),
        filled.began() == null && filled.end() == null ? "not begun" : state);
    out.item("from", time(filled.began()));
    out.item("to", time(filled.ended()));
    out.item("note", filled.note());
    out.item("by", filled.by());
    out.item("runs", String.join(", ", filled.runs()));
    out.end();
    shown(filled.shown());
  }

  private void said(Passage.Statement statement) {
    out.code(statement.language(), statement.code().stripTrailing());
    out.item("at", time(statement.began()));
    out.item("error", statement.error());
    out.item("runs", String.join(", ", statement.runs()));
    out.end();
    shown(statement.shown());
  }

  private void shown(List<Passage.Output> outputs) {
    String text =
        outputs.stream()
            .map(output -> output.text().stripTrailing())
            .collect(Collectors.joining("\n"));
    if (!text.isEmpty()) {
      out.code("text", text);
    }
  }

  private void table(String title, List<String> heads, Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    if (!all.isEmpty()) {
      out.heading(2, title);
      out.table(heads, all);
    }
  }

  private String time(@Nullable Instant at) {
    return at == null ? "" : MOMENT.withZone(zone).format(at);
  }
}
