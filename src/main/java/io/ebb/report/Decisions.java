package io.ebb.report;

import io.ebb.plan.Step;
import io.ebb.plan.Target;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.RunReport;
import io.ebb.script.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads from the events of a run what was decided, and by whom.
final class Decisions {
  private final RunReport report;
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Integer, Entry.Asked> asked = new HashMap<>();

  private Decisions(RunReport report) {
    this.report = report;
  }

  static List<Decision> of(RunReport report) {
    Decisions decisions = new Decisions(report);
    report.entries().forEach(decisions::read);
    return decisions.decisions;
  }

  private void read(Entry entry) {
    switch (entry) {
      case Entry.Approved(Instant at, String question, String answer, String by) ->
          add(at, question, answer, by);
      case Entry.Asked question -> asked.put(question.batch(), question);
      case Entry.Answered(Instant at, int batch, String answer) ->
          add(at, question(batch), answer, "");
      case Entry.Confirmed(Instant at, int batch, int step, String answer) ->
          add(at, question(batch, step), answer, "");
      case Entry.Reconfirmed decided -> reconfirmed(decided);
      case Entry.Called call ->
          Reply.recorded(call)
              .ifPresent(reply -> add(call.at(), Reply.question(call), reply.text(), reply.by()));
      case Entry.BlockEnded end when !end.by().isEmpty() ->
          add(end.at(), "block \"%s\"".formatted(end.block()), worded(end), end.by());
      default -> {}
    }
  }

  private static String worded(Entry.BlockEnded end) {
    return end.note().isEmpty() ? end.end().label() : end.end().label() + ": " + end.note();
  }

  private String question(int batch) {
    Entry.Asked question = asked.get(batch);
    return question == null
        ? "whether to delete nodes under their jobs"
        : "whether to delete %s under the jobs %s"
            .formatted(Hosts.fold(question.hosts()), String.join(", ", question.jobs()));
  }

  private String question(int batch, int step) {
    return report
        .history()
        .map(History::plan)
        .map(plan -> plan.batches().get(batch - 1).steps().get(step - 1))
        .filter(Step.Confirm.class::isInstance)
        .map(confirm -> ((Step.Confirm) confirm).question())
        .orElse("whether to go on");
  }

  private void reconfirmed(Entry.Reconfirmed decided) {
    List<String> left = decided.unconfirmed().stream().map(NodeOutcome::host).toList();
    List<String> accepted = decided.accepted().stream().map(Target::host).toList();
    List<String> answer = new ArrayList<>();
    if (!accepted.isEmpty()) {
      answer.add("yes to " + Hosts.fold(accepted));
    }
    if (!left.isEmpty()) {
      answer.add("no to " + Hosts.fold(left));
    }
    add(
        decided.at(),
        "whether to go on although nodes had changed since the plan was made",
        String.join(", ", answer),
        "");
  }

  private void add(Instant at, String question, String answer, String by) {
    decisions.add(new Decision(report.head().id(), at, question, answer, Objects.toString(by, "")));
  }
}
