package io.ebb.run;

import io.ebb.cluster.NodeSet;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.plan.Violation;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A plan may not be carried out: a guard, a person or another run forbids it, or it has expired.
/// Nothing was changed.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Violation> violations;
  private final String hint;
  private final boolean declined;

  private RefusedException(String message, List<Violation> violations) {
    this(message, "", violations);
  }

  private RefusedException(String message, String hint, List<Violation> violations) {
    super(message);
    this.hint = hint;
    this.violations = violations;
    this.declined = false;
  }

  private RefusedException(String deed, String answer) {
    super(
        "%s was not confirmed%s; nothing was changed"
            .formatted(deed, answer.isEmpty() ? "" : ": \"" + answer + "\" was typed"));
    this.hint = "";
    this.violations = List.of();
    this.declined = true;
  }

  /// The plan has violations.
  public static RefusedException violated(Plan plan) {
    return violated(plan, plan.violations());
  }

  /// These violations have come to light.
  static RefusedException violated(Plan plan, List<Violation> violations) {
    return new RefusedException(
        violations.stream()
            .map(Violation::text)
            .collect(Collectors.joining("\n  ", "plan " + plan.id() + " is refused:\n  ", "")),
        violations);
  }

  /// Guards forbid what was ordered.
  static RefusedException violated(Order order, List<Violation> violations) {
    return new RefusedException(
        violations.stream()
            .map(Violation::plainText)
            .collect(Collectors.joining("\n  ", "refused to " + order.deed() + ":\n  ", "")),
        violations);
  }

  /// Somebody was asked, and did not confirm the order.
  ///
  /// @param answer what was typed instead
  public static RefusedException declined(Order order, String answer) {
    return new RefusedException("to " + order.deed(), answer);
  }

  /// Nobody can be asked to confirm the order.
  public static RefusedException unattended(Order order) {
    return new RefusedException(
        "to %s needs a confirmation and this is not a terminal: look at it, then give --yes"
            .formatted(order.deed()),
        List.of());
  }

  /// Somebody was asked, and did not confirm.
  ///
  /// @param answer what was typed instead
  public static RefusedException declined(Plan plan, String answer) {
    return new RefusedException("plan " + plan.id(), answer);
  }

  /// Nobody can be asked to confirm.
  public static RefusedException unattended(Plan plan) {
    return new RefusedException(
        "plan %s needs a confirmation and this is not a terminal: look at the plan, then give --yes"
            .formatted(plan.id()),
        List.of());
  }

  /// A question of a script has no answer, or one that does not fit.
  ///
  /// @param hint what answers it
  public static RefusedException unanswered(String message, String hint) {
    return new RefusedException(message, hint, List.of());
  }

  /// The same was said before, in a run that is gone through again.
  public static RefusedException again(String message, String hint, List<Violation> violations) {
    return new RefusedException(message, hint, violations);
  }

  /// What a run has begun with was edited, and it cannot go on with that.
  ///
  /// @param why in a sentence without a full stop
  public static RefusedException edited(String run, String why) {
    return new RefusedException(
        "run %s cannot go on with the edited text: %s".formatted(run, why),
        "resume it without --edited, which goes on with the text that it has begun with",
        List.of());
  }

  /// Somebody else has gone on with the run, with another text, since it was looked at.
  public static RefusedException editedMeanwhile(String run) {
    return new RefusedException(
        "run %s was gone on with by somebody else, with an edited text".formatted(run),
        "ebb show %s tells how it stands; resume it again to go on with that text".formatted(run),
        List.of());
  }

  /// The run is over.
  public static RefusedException ended(String run, RunState state) {
    return new RefusedException(
        "run %s has ended: it is %s, and there is nothing to go on with; ebb show %s tells all of it"
            .formatted(run, state.label(), run),
        List.of());
  }

  /// The run of the script has ended, and no plan of it has left a node out of its queue.
  public static RefusedException nothingToUndo(String run, RunState state) {
    return new RefusedException(
        "run %s has ended %s: none of its nodes was left out of its queue by it"
            .formatted(run, state.label()),
        List.of());
  }

  /// Somebody has interrupted the run before it had begun.
  static RefusedException interrupted(Plan plan, String why) {
    return new RefusedException(
        "plan %s was not begun: %s; nothing was changed".formatted(plan.id(), why), List.of());
  }

  /// The plan has become too old to be begun.
  public static RefusedException expired(Plan plan) {
    return new RefusedException(
        "plan %s expired at %s; look at the nodes and plan again"
            .formatted(plan.id(), plan.expiresAt().truncatedTo(ChronoUnit.SECONDS)),
        List.of());
  }

  /// No node of it is as it was when the plan was made.
  public static RefusedException drifted(Plan plan) {
    return new RefusedException(
        "plan %s: every node has changed since it was made, or is gone; plan again"
            .formatted(plan.id()),
        List.of());
  }

  /// Another run holds nodes of the plan.
  static RefusedException held(Plan plan, Collection<String> hosts, RunHead holder) {
    return new RefusedException(
        "plan %s is refused (rule 17): %s, then plan again"
            .formatted(plan.id(), holds(holder, NodeSet.of(hosts).fold())),
        List.of());
  }

  /// Another run holds nodes of the order.
  static RefusedException held(Order order, Collection<String> hosts, RunHead holder) {
    return new RefusedException(
        "refused to %s (rule 17): %s"
            .formatted(order.deed(), holds(holder, NodeSet.of(hosts).fold())),
        List.of());
  }

  /// Who holds them, and what ends that.
  private static String holds(RunHead holder, String nodes) {
    String run = holder.id();
    return holder.resumable()
        ? "run %s was interrupted and holds %s; go on with it by ebb resume %s, or put back by ebb undo %s"
            .formatted(run, nodes, run, run)
        : "run %s is at work on %s, carried out by %s; wait until it has ended"
            .formatted(run, nodes, holder.owner().words());
  }

  /// A run cannot be gone on with, since it is over.
  static RefusedException over(Run run, String why) {
    return new RefusedException(
        "run %s has ended %s: %s".formatted(run.id(), run.state().label(), why), List.of());
  }

  /// The run would have to hold a node that another one holds.
  static RefusedException held(String run, String node, RunHead holder) {
    return new RefusedException(
        "run %s cannot go on (rule 17): %s".formatted(run, holds(holder, node)), List.of());
  }

  /// Somebody else has begun the same plan in the meantime.
  static RefusedException begun(Plan plan, RunHead run) {
    return run.state() == RunState.RUNNING
        ? carriedOut(run)
        : new RefusedException(
            "plan %s was begun as run %s in the meantime, which is %s: apply it again to see or go on with that"
                .formatted(plan.id(), run.id(), run.state().label()),
            List.of());
  }

  /// Nobody carries the run out, and it has not ended.
  static RefusedException abandoned(RunHead run) {
    return new RefusedException(
        "run %s was interrupted, and nobody carries it out: go on with it by ebb resume %s, or put back by ebb cancel %s"
            .formatted(run.id(), run.id(), run.id()),
        List.of());
  }

  /// Somebody who is alive carries out the run.
  public static RefusedException carriedOut(RunHead run) {
    return new RefusedException(
        "run %s is carried out by %s, until %s unless that goes on; follow it with ebb show %s --watch, or stop it with ebb cancel %s"
            .formatted(
                run.id(),
                run.owner().words(),
                run.leaseUntil().truncatedTo(ChronoUnit.SECONDS),
                run.id(),
                run.id()),
        List.of());
  }

  /// What to do; empty when the message says all.
  public String hint() {
    return hint;
  }

  /// Whether somebody was asked and did not confirm: their decision rather than an error.
  public boolean declined() {
    return declined;
  }

  /// All that forbids it; empty when no guard does.
  public List<Violation> violations() {
    return violations;
  }
}
