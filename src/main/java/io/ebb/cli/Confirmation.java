package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.run.Question;
import io.ebb.run.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Asks before anything is destroyed. People answer `y` without reading, so they type the number of
/// nodes.
///
/// @param yes whether the answer was given beforehand, by `--yes`
/// @param interactive whether somebody is there to be asked
/// @param in where the answer comes from
/// @param err where the question is put
record Confirmation(boolean yes, boolean interactive, BufferedReader in, PrintStream err)
    implements Question {

  static Confirmation of(Common common, boolean yes) {
    return new Confirmation(yes, common.interactive(), common.input(), common.errors());
  }

  /// Whether somebody will be asked.
  boolean asks() {
    return !yes && interactive;
  }

  /// Returns when the plan may be carried out.
  ///
  /// @throws RefusedException when it may not, or nobody can be asked
  void ask(Plan plan) {
    ask(plan, "Retire", plan.targets().size());
  }

  /// Returns when the rest of the plan may be carried out.
  ///
  /// @param what what is done, in words before the number of nodes
  /// @param nodes how many nodes are still to be deleted; nobody is asked when none is
  /// @throws RefusedException when it may not, or nobody can be asked
  void ask(Plan plan, String what, int nodes) {
    if (yes || nodes == 0) {
      return;
    }
    if (!interactive) {
      throw RefusedException.unattended(plan);
    }
    String question =
        "%s %d %s? type %d to go on: ".formatted(what, nodes, nodes == 1 ? "node" : "nodes", nodes);
    String answer = answer(question);
    if (!answer.equals(String.valueOf(nodes))) {
      throw RefusedException.declined(plan, answer);
    }
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

  private String answer(String question) {
    err.print(question);
    err.flush();
    try {
      String line = in.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the answer cannot be read", e);
    }
  }
}
