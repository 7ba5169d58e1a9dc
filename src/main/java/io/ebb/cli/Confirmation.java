package io.ebb.cli;

import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.Question;
import io.ebb.run.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks before anything is destroyed. People answer `y` without reading, so they type the number of
/// nodes.
///
/// @param yes whether the answer was given beforehand, by `--yes`
/// @param interactive whether somebody is there to be asked
/// @param asker asks
/// @param detail how much a question says
/// @param approvals what was asked and answered so far
record Confirmation(
    boolean yes, boolean interactive, Asker asker, Detail detail, List<Approval> approvals)
    implements Question {

  /// Copies the list.
  Confirmation {
    approvals = List.copyOf(approvals);
  }

  private static final String YES = "--yes";

  static Confirmation of(Common common, boolean yes) {
    return new Confirmation(yes, common.interactive(), common.asker(), common.detail(), List.of());
  }

  /// One that knows what was answered so far, but asks by way of somebody else.
  Confirmation by(Asker other) {
    return new Confirmation(yes, interactive, other, detail, approvals);
  }

  private Confirmation with(Approval approval) {
    return new Confirmation(
        yes,
        interactive,
        asker,
        detail,
        Stream.concat(approvals.stream(), Stream.of(approval)).toList());
  }

  /// Whether somebody will be asked.
  boolean asks() {
    return !yes && interactive;
  }

  /// Returns when the plan may be carried out.
  ///
  /// @return one that knows of the answer
  /// @throws RefusedException when it may not, or nobody can be asked
  Confirmation ask(Plan plan) {
    return ask(plan, "", Stake.of(plan));
  }

  /// Returns when the rest of the plan may be carried out.
  ///
  /// @param lead words before those that say what is done; none when empty
  /// @param stake what is still to be done; nobody is asked when that is nothing
  /// @return one that knows of the answer
  /// @throws RefusedException when it may not, or nobody can be asked
  Confirmation ask(Plan plan, String lead, Stake stake) {
    if (stake.none()) {
      return this;
    }
    String question =
        capitalized(lead + stake.words()) + detail.of(plan.cluster(), stake.hosts()) + "?";
    if (yes) {
      return with(Approval.beforehand(question, YES));
    }
    if (!interactive) {
      throw RefusedException.unattended(plan);
    }
    String answer = answer("%s type %d to go on: ".formatted(question, stake.number()));
    if (!answer.equals(String.valueOf(stake.number()))) {
      throw RefusedException.declined(plan, answer);
    }
    return with(Approval.typed(question, answer));
  }

  /// Returns when what is ordered directly may be done.
  ///
  /// @return what was asked and answered
  /// @throws RefusedException when it may not, or nobody can be asked
  Approval ask(Order order) {
    String question = capitalized(order.deed()) + detail.profile() + "?";
    if (yes) {
      return Approval.beforehand(question, YES);
    }
    if (!interactive) {
      throw RefusedException.unattended(order);
    }
    String expected = order.nodes().isEmpty() ? "yes" : String.valueOf(order.nodes().size());
    String answer = answer("%s type %s to go on: ".formatted(question, expected));
    if (!answer.equals(expected)) {
      throw RefusedException.declined(order, answer);
    }
    return Approval.typed(question, answer);
  }

  /// Whether nodes that have changed since the plan was made are confirmed once more. They are not
  /// when the answer was given beforehand: that was for the plan as it was made.
  ///
  /// @param stake what is done to them then; nobody is asked when that is nothing
  boolean reconfirm(Stake stake) {
    if (!asks() || stake.none()) {
      return false;
    }
    String question =
        "Also %s that changed since? type %d, anything else leaves %s out: "
            .formatted(stake.words(), stake.number(), stake.hosts().size() == 1 ? "it" : "them");
    return answer(question).equals(String.valueOf(stake.number()));
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  @Override
  public boolean deleteBusy(List<String> hosts, List<String> jobs) {
    if (!interactive) {
      return false;
    }
    String question =
        """
        The time to drain is over, and %s still %s %s %s.
        Delete under them? type %d to lose them, anything else keeps the nodes: \
        """
            .formatted(
                String.join(",", hosts),
                hosts.size() == 1 ? "runs" : "run",
                jobs.size() == 1 ? "job" : "jobs",
                String.join(",", jobs),
                jobs.size());
    return answer(question).equals(String.valueOf(jobs.size()));
  }

  @Override
  public boolean confirm(String question, List<String> hosts) {
    return interactive
        && answer("%s (%s) type yes to go on: ".formatted(question, String.join(",", hosts)))
            .equals("yes");
  }

  private String answer(String question) {
    return line(question).orElse("");
  }

  /// What is typed in answer to the question; empty when the input has ended.
  Optional<String> line(String question) {
    return asker.ask(question);
  }
}
