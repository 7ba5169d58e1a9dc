package io.ebb.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A plan as people read it, the same in every output.
final class Description {
  /// The guards whose findings tell something even when they hold.
  private static final Set<Guard> TOLD =
      EnumSet.of(Guard.KEEP, Guard.QUEUE_REMAINS, Guard.IN_FLIGHT);

  private final Plan plan;
  private final List<Line> lines = new ArrayList<>();

  private Description(Plan plan) {
    this.plan = plan;
  }

  static List<Line> of(Plan plan) {
    Description description = new Description(plan);
    description.add("plan " + plan.id(), plan.title());
    description.guards();
    if (plan.applicable()) {
      description.steps();
      description.add("budget", description.budget());
    }
    return List.copyOf(description.lines);
  }

  private void guards() {
    String held =
        plan.verdicts().stream()
            .filter(Verdict::holds)
            .filter(verdict -> TOLD.contains(verdict.guard()))
            .map(Verdict::finding)
            .filter(finding -> !finding.isEmpty())
            .collect(Collectors.joining(" · "));
    if (!held.isEmpty()) {
      add("guard", held);
    }
    plan.violations().forEach(violation -> add("refused", violation.text()));
    plan.verdicts().stream()
        .filter(verdict -> !verdict.holds() && !verdict.forbids())
        .forEach(this::override);
  }

  private void steps() {
    List<Step.Leave> leaves = all(Step.Leave.class);
    if (leaves.isEmpty()) {
      add(
          "fence",
          "none: the nodes are in no queue, so that a job which names no host may use them");
    } else {
      add("fence", "leaving the queue: no new job can start there");
      leaves.stream()
          .collect(Collectors.groupingBy(Step.Leave::queue))
          .forEach((queue, of) -> add("leave", leave(queue, of)));
    }
    plan.batches().stream()
        .map(Batch::steps)
        .max(Comparator.comparingInt(List::size))
        .ifPresent(steps -> steps.forEach(this::before));
    List<Step.Delete> deletions = all(Step.Delete.class);
    if (deletions.isEmpty()) {
      add("end", "nothing is deleted: the nodes stay, out of their queue");
    } else {
      add(
          "delete",
          deletions.stream()
              .map(delete -> plan.hosts(delete.nodes()))
              .collect(Collectors.joining(", then ")));
      add("verify", "absent from queue and node list");
    }
  }

  /// What comes before the deletion in each batch.
  private void before(Step step) {
    switch (step) {
      case Step.Drain drain -> add("drain", drain(drain));
      case Step.Pause pause -> add("pause", span(pause.span()) + " in each batch");
      case Step.Confirm confirm ->
          add("confirm", "in each batch is asked: \"%s\"".formatted(confirm.question()));
      case Step.Leave _, Step.Delete _, Step.Verify _ -> {}
    }
  }

  private String leave(String queue, List<Step.Leave> leaves) {
    List<String> nodes = leaves.stream().flatMap(leave -> leave.nodes().stream()).toList();
    return "queue %s: %s, %s"
        .formatted(
            plan.queue(queue),
            plan.hosts(nodes),
            leaves.size() == 1 ? "1 call" : leaves.size() + " calls");
  }

  private String drain(Step.Drain drain) {
    List<String> busy =
        plan.targets().stream().filter(t -> !t.jobs().isEmpty()).map(Target::id).toList();
    String now = busy.isEmpty() ? "no job runs there now" : "jobs run on " + plan.hosts(busy);
    String after =
        switch (drain.onDeadline()) {
          case KEEP -> "then busy nodes go back to their queue";
          case ASK -> "then you are asked";
          case FORCE -> "then busy nodes are deleted and their jobs are lost";
        };
    return "up to %s a batch, %s; %s".formatted(span(drain.atMost()), after, now);
  }

  private void override(Verdict verdict) {
    verdict
        .violations()
        .forEach(violation ->
            add(
                "override",
                "%s: %s; because: %s"
                    .formatted(verdict.guard().label(), violation.problem(), verdict.override())));
  }

  private String budget() {
    Forecast forecast = plan.forecast();
    return "about %d calls of %s left this hour; %s when no job is waited for, %s at the latest"
        .formatted(
            forecast.calls(),
            String.format(Locale.ROOT, "%,d", plan.budget().left()),
            fromNow(forecast.earliest()),
            fromNow(forecast.latest()));
  }

  private String fromNow(Instant end) {
    return span(Duration.between(plan.madeAt(), end).truncatedTo(ChronoUnit.SECONDS));
  }

  /// A duration as the options write it, for example `1h30m`; zero is `0s`.
  static String span(Duration span) {
    String text = span.toString();
    return text.substring(text.startsWith("PT") ? 2 : 1).toLowerCase(Locale.ROOT);
  }

  private <T extends Step> List<T> all(Class<T> type) {
    return plan.batches().stream()
        .flatMap(batch -> batch.steps().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private void add(String label, String text) {
    lines.add(new Line(label, text));
  }
}
