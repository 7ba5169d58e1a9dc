package io.ebb.report.html;

import io.ebb.report.Decision;
import io.ebb.report.Hosts;
import io.ebb.report.Problem;
import io.ebb.report.QueueRow;
import io.ebb.report.Report;
import io.ebb.report.SentCall;
import io.ebb.report.Setting;
import io.ebb.report.Spans;
import io.ebb.report.Spell;
import io.ebb.run.Entry;
import io.ebb.run.ScriptStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tables of what was written down.
final class Records {
  private final Page page;
  private final Html html;
  private final Report report;
  private final Times times;

  Records(Page page) {
    this.page = page;
    this.html = page.html();
    this.report = page.report();
    this.times = page.times();
  }

  void queues() {
    Table table =
        page.table(
            "Queues",
            "Queue|hosts",
            "Nodes before|num",
            "Nodes after|num",
            "Change|num",
            "Id|id",
            "Cluster|id");
    table.holding(() -> {
      for (QueueRow queue : report.queues()) {
        table.row(
            queue.name(),
            number(queue.before()),
            number(queue.after()),
            difference(queue),
            queue.id(),
            queue.cluster());
      }
    });
  }

  private static String number(@Nullable Integer nodes) {
    return nodes == null ? "–" : nodes.toString();
  }

  private static String difference(QueueRow queue) {
    if (queue.before() == null || queue.after() == null) {
      return "";
    }
    int more = queue.after() - queue.before();
    return more == 0 ? "same" : more > 0 ? "+" + more : "−" + -more;
  }

  void sent() {
    Table table =
        page.table(
            "Changes sent to the API",
            "#",
            "Change|t",
            "Nodes|hosts",
            "Operation|id",
            "Sent|t",
            "Accepted|t",
            "Known|t",
            "Result|t",
            "More|wide");
    table.holding(() -> report.sent().forEach(call -> sent(table, call)));
  }

  private void sent(Table table, SentCall call) {
    table.row(
        Tone.of(call.end()),
        7,
        String.valueOf(call.number()),
        call.queue().isEmpty() ? call.words() : call.words() + " " + call.queue(),
        call.nodes().isEmpty() ? "–" : Hosts.fold(call.nodes()),
        operation(call),
        times.at(call.sendings().getFirst()),
        times.at(call.accepted()),
        times.at(call.concluded()),
        Tone.of(call.end()).words(call.end() == null ? call.result() : call.end().label()),
        more(call));
  }

  private static String operation(SentCall call) {
    String id = Objects.requireNonNullElse(call.operation(), "none");
    return call.adopted() ? id + " (found in the log)" : id;
  }

  private static String more(SentCall call) {
    List<String> facts = new ArrayList<>();
    if (call.call() != null) {
      facts.add("ordered by " + call.call());
    }
    if (!call.reason().isEmpty()) {
      facts.add(call.reason());
    }
    if (call.sendings().size() > 1) {
      facts.add("sent %d times".formatted(call.sendings().size()));
    }
    for (Entry.Declined answer : call.declined()) {
      String what = Objects.requireNonNullElse(answer.answer(), "no answer");
      facts.add((answer.lost() ? "answer lost: " : "not accepted: ") + what);
    }
    return String.join("; ", facts);
  }

  void decisions() {
    Table table =
        page.table("Confirmations and answers", "At|t", "Question|wide", "Answer|wide", "By");
    table.holding(() -> {
      for (Decision decision : report.decisions()) {
        table.row(
            times.at(decision.at()),
            decision.question(),
            decision.answer(),
            decision.by().isEmpty() ? "not known" : decision.by());
      }
    });
  }

  void problems() {
    Table table = page.table("Errors", "At|t", "Where", "What|wide", "What to do|wide");
    table.holding(() -> {
      for (Problem problem : report.problems()) {
        table.row(times.at(problem.at()), problem.where(), problem.what(), problem.hint());
      }
    });
  }

  void steps() {
    Table table = page.table("Steps of the script", "Step|wide", "Began|t", "Took|t", "Ended|t");
    table.holding(() -> {
      for (ScriptStep step : report.steps()) {
        Instant end = step.end() == null ? null : step.end().at();
        Tone tone = end == null ? Tone.CALM : step.failed() ? Tone.BAD : Tone.GOOD;
        table.row(
            tone,
            3,
            step.path(),
            times.at(step.began()),
            end == null ? "" : Spans.words(Duration.between(step.began(), end)),
            tone.words(end == null ? "not finished" : step.failed() ? "failed" : "done"));
      }
    });
  }

  void parameters() {
    html.element("dl.facts")
        .holding(() -> {
          for (Setting setting : report.parameters()) {
            html.element("dt").text(setting.name());
            html.element("dd")
                .text(
                    setting.masked()
                        ? "(a secret, which is written down nowhere)"
                        : setting.value());
          }
        });
  }

  void journal() {
    if (report.seals().isEmpty()) {
      page.paragraph("soft", "Nothing was changed, so that no run was begun.");
      return;
    }
    Table processes =
        page.table("Processes", "Process", "For", "From|t", "To|t", "How it ended|wide", "Run|id");
    processes.holding(() -> report.spells().forEach(spell -> process(processes, spell)));
    html.element("h3").text("Journal");
    page.paragraph(
        "small.soft",
        "Each event of a run is chained to the one before by its hash. Whoever has this report can"
            + " tell later whether the journal has been changed since.");
    Table seals = page.table("Journal", "Run|id", "Events|num", "Hash of the last event|id");
    seals.holding(() ->
        report
            .seals()
            .forEach(seal -> seals.row(seal.run(), String.valueOf(seal.events()), seal.digest())));
  }

  private void process(Table table, Spell spell) {
    String user = spell.user().isEmpty() ? "" : ", for " + spell.user();
    table.row(
        spell.vanished() ? Tone.BAD : Tone.CALM,
        4,
        spell.who() + user,
        spell.purpose(),
        times.at(spell.from()),
        times.at(spell.to()),
        spell.end(),
        spell.run());
  }
}
