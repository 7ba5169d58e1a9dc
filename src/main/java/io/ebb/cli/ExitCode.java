package io.ebb.cli;

import io.ebb.api.AmbiguousException;
import io.ebb.api.AuthException;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.PlanFileException;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.script.CancelledException;
import io.ebb.script.DifferentCallException;
import io.ebb.script.ScriptException;
import io.ebb.script.head.HeadException;
import io.ebb.settings.SettingsException;
import io.ebb.sim.ScenarioException;
import java.util.Collection;
import picocli.CommandLine;

/// What the process tells its caller in one number.
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int SCRIPT = 3;
  static final int AUTHENTICATION = 4;
  static final int REFUSED = 5;
  static final int PARTIAL = 6;
  static final int UNKNOWN = 7;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(RunState state) {
    return switch (state) {
      case DONE, PLANNED, RUNNING -> DONE;
      case PARTIAL -> PARTIAL;
      case FAILED -> FAILED;
      case UNKNOWN -> UNKNOWN;
      case REFUSED -> REFUSED;
      case CANCELLED, INTERRUPTED -> INTERRUPTED;
    };
  }

  /// Of a command that was to put back what it could, and not to retire anything.
  static int ofPuttingBack(RunState state, Collection<NodeOutcome> nodes) {
    boolean asWished = state == RunState.CANCELLED;
    boolean all = OutcomeCounts.count(nodes, Outcome.FAILED) == 0;
    return asWished ? (all ? DONE : PARTIAL) : of(state);
  }

  static int of(Throwable error) {
    return switch (error) {
      case AfterRunsException e -> graver(e.exitCode(), of(e.original()));
      case ScriptException e -> e.getCause() == null ? SCRIPT : of(e.getCause());
      case HeadException _, SettingsException _, NodeSetException _, UsageException _ -> USAGE;
      case PlanFileException _ -> USAGE;
      case CommandLine.ParameterException _, ScenarioException _, IllegalArgumentException _ ->
          USAGE;
      case AuthException _ -> AUTHENTICATION;
      case RefusedException _ -> REFUSED;
      case AmbiguousException _ -> UNKNOWN;
      case CancelledException _ -> INTERRUPTED;
      case DifferentCallException _ -> SCRIPT;
      default -> FAILED;
    };
  }

  /// The one of two codes that says more about what still has to be looked at.
  static int graver(int a, int b) {
    return weight(a) >= weight(b) ? a : b;
  }

  private static int weight(int code) {
    return switch (code) {
      case DONE -> 0;
      case REFUSED -> 1;
      case PARTIAL -> 2;
      case UNKNOWN -> 4;
      case INTERRUPTED -> 5;
      default -> 3;
    };
  }
}
