package io.ebb.cli;

import io.ebb.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one can do about a run that has not ended, on standard error.
final class NextSteps {
  private NextSteps() {}

  /// Tells it.
  static void tell(Common common, String run, RunState state) {
    if (common.simulated() != null && common.lender() == null) {
      if (state == RunState.INTERRUPTED) {
        common.tell("the simulated cluster and its journal end here: nothing is left to resume");
      }
      return;
    }
    Map<String, String> commands = of(run, state);
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    String label = "next: ";
    for (Map.Entry<String, String> each : commands.entrySet()) {
      String command = each.getKey() + " ".repeat(width - each.getKey().length());
      common.tell(label + command + "  " + each.getValue());
      label = " ".repeat(label.length());
    }
  }

  private static Map<String, String> of(String run, RunState state) {
    Map<String, String> commands = new LinkedHashMap<>();
    switch (state) {
      case INTERRUPTED -> {
        commands.put("ebb resume " + run, "goes on where it stopped");
        commands.put("ebb undo " + run, "puts back what is not past the point of no return");
      }
      case RUNNING -> {
        commands.put("ebb show " + run + " --watch", "follows it");
        commands.put("ebb cancel " + run, "has it put back what is not being deleted");
      }
      case UNKNOWN, PARTIAL, FAILED, CANCELLED, REFUSED, DONE, PLANNED -> {}
    }
    return commands;
  }
}
