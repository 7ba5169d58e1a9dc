package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Owner;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.run.ScriptStep;
import io.ebb.run.SentChange;
import io.ebb.script.Reply;
import io.ebb.text.Durations;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// How a run stands, as people read it.
///
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record StandingText(Palette palette, OptionalInt width) {
  /// Where the text begins, behind the labels.
  private static final int MARGIN = 13;

  String of(Standing run) {
    StringBuilder text = new StringBuilder();
    text.append(lines().title("run %s  %s".formatted(run.id(), run.head().title())));
    add(text, "state", RunText.style(run.state()), state(run));
    add(text, "began", began(run));
    run.report().resumed().forEach(resumed -> add(text, resumed.purpose(), resumed(run, resumed)));
    run.report().approvals().forEach(approved -> add(text, "approved", approved(approved)));
    run.history().ifPresent(history -> plan(text, run, history));
    if (run.head().script()) {
      script(text, run);
      SentChange.of(run.entries()).forEach(change -> add(text, "ordered", ordered(change)));
    }
    run.report().waiting().ifPresent(wait -> waiting(text, run, wait));
    run.report().failure().ifPresent(why -> add(text, "stopped", Style.WARNING, why));
    run.parts().forEach(part -> add(text, "part", part(part)));
    if (!run.nodes().isEmpty()) {
      text.append(Views.OUTCOMES.table(run.nodes(), palette, width));
    }
    text.append(palette.paint(RunText.style(run.state()), summary(run))).append('\n');
    return text.toString();
  }

  private LabelledLines lines() {
    return new LabelledLines(palette, width);
  }

  private void add(StringBuilder text, String label, String value) {
    add(text, label, Style.DIM, value);
  }

  private void add(StringBuilder text, String label, Style style, String value) {
    text.append(lines().line(label, style, value, MARGIN));
  }

  // --- the head

  private static String state(Standing run) {
    RunHead head = run.head();
    return switch (head.state()) {
      case RUNNING ->
          "running, by %s%s"
              .formatted(
                  head.owner().words(), head.cancelAsked() ? "; it was asked to cancel" : "");
      case INTERRUPTED -> "interrupted: " + whyInterrupted(run);
      default -> head.state().label() + ended(run);
    };
  }

  private static String whyInterrupted(Standing run) {
    Moments moments = new Moments(run.now());
    Owner owner = run.head().owner();
    return run.report()
        .interrupted()
        .map(last -> "%s; at %s".formatted(last.reason(), moments.ago(last.at())))
        .orElseGet(() ->
            "%s is gone; its last sign of life was at %s"
                .formatted(owner.words(), moments.ago(run.entries().getLast().at())));
  }

  private static String ended(Standing run) {
    return run.head().endedAt() == null
        ? ""
        : " at " + new Moments(run.now()).ago(run.head().endedAt());
  }

  private static String began(Standing run) {
    String operator = run.report().operator();
    return new Moments(run.now()).ago(run.head().startedAt())
        + (operator.isEmpty() ? "" : ", by " + operator);
  }

  private static String approved(Entry.Approved approved) {
    return "%s %s, by %s".formatted(approved.question(), approved.answer(), approved.by());
  }

  private static String resumed(Standing run, Entry.Resumed resumed) {
    return "%s, by %s".formatted(new Moments(run.now()).ago(resumed.at()), resumed.by().words());
  }

  // --- the plan and how far it is

  private void plan(StringBuilder text, Standing run, History history) {
    Plan plan = history.plan();
    add(text, "plan " + plan.id(), batches(plan));
    plan.options()
        .overrides()
        .forEach((guard, reason) ->
            add(text, "override", Style.WARNING, guard.label() + ", because: " + reason));
    SentChange.of(run.entries()).forEach(change -> add(text, "operation", change(plan, change)));
    history
        .ended()
        .map(Run::stopped)
        .ifPresent(stopped -> add(text, "stopped", Style.WARNING, stopped));
  }

  private static String batches(Plan plan) {
    int count = plan.batches().size();
    return "%s: %s"
        .formatted(
            count == 1 ? "1 batch" : count + " batches",
            String.join(
                ", then ",
                plan.batches().stream().map(batch -> plan.hosts(batch.nodes())).toList()));
  }

  private static String ordered(SentChange change) {
    String what = change.call() == null ? change.words() : change.call();
    return change.operation() == null
        ? what + ": not accepted, as far as known"
        : "%s: accepted as %s".formatted(what, change.operation());
  }

  private static String change(Plan plan, SentChange change) {
    return "%s %s, %s: %s"
        .formatted(
            change.operation() == null ? "(no id known)" : change.operation(),
            change.words(),
            plan.hosts(change.nodes()),
            change.result() == null ? "not known yet" : change.result());
  }

  private void waiting(StringBuilder text, Standing run, Entry.Waiting wait) {
    Moments moments = new Moments(run.now());
    boolean now = run.state() == RunState.RUNNING;
    add(text, now ? "waits" : "waited", now ? Style.BOLD : Style.DIM, wait.reason());
    add(text, "  since", moments.ago(wait.since()));
    add(text, "  ends by", wait.endedBy());
    if (wait.latest() != null) {
      add(text, "  latest", moments.ahead(wait.latest()));
    }
  }

  // --- the script

  private void script(StringBuilder text, Standing run) {
    add(text, "script", calls(run.report().calls()));
    run.report()
        .calls()
        .forEach(call ->
            Reply.recorded(call)
                .ifPresent(reply ->
                    add(
                        text,
                        "answer",
                        "%s %s, by %s".formatted(Reply.question(call), reply.text(), reply.by()))));
    StandingBlocks.of(run).forEach(block -> add(text, "block", block.style(), block.text()));
    boolean goesOn = run.state() == RunState.RUNNING;
    for (ScriptStep step : ScriptStep.of(run.entries())) {
      Style style = step.failed() ? Style.WARNING : Style.DIM;
      add(text, "step", style, step.path() + ": " + stepped(step, run.now(), goesOn));
    }
  }

  /// How a step of a script stands.
  ///
  /// @param goesOn whether somebody carries the script out
  static String stepped(ScriptStep step, Instant now, boolean goesOn) {
    if (step.end() == null) {
      return goesOn ? "goes on for " + new Moments(now).since(step.began()) : "not finished";
    }
    return (step.failed() ? "failed after " : "done in ")
        + Durations.format(Duration.between(step.began(), step.end().at()));
  }

  /// Where a script stands: what it asks and does from here on has not been recorded.
  private static String calls(List<Entry.Called> calls) {
    return calls.isEmpty()
        ? "no call recorded yet"
        : "%d %s recorded, the last is %s"
            .formatted(calls.size(), calls.size() == 1 ? "call" : "calls", calls.getLast().call());
  }

  private static String part(Standing part) {
    return "%s %s: %s".formatted(part.id(), part.state().label(), OutcomeCounts.of(part.nodes()));
  }

  // --- the end

  private static String summary(Standing run) {
    return "run %s %s: %s".formatted(run.id(), stateAndTime(run), OutcomeCounts.of(run.nodes()))
        + run.history()
            .flatMap(History::ended)
            .map(end -> " · " + end.calls() + " calls")
            .orElse("");
  }

  private static String stateAndTime(Standing run) {
    RunHead head = run.head();
    String state = head.state().label();
    if (head.endedAt() != null) {
      return state + " in " + Durations.format(Duration.between(head.startedAt(), head.endedAt()));
    }
    return head.state() == RunState.RUNNING
        ? "goes on for " + new Moments(run.now()).since(head.startedAt())
        : state;
  }
}
