package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.run.RunState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the run of a script ends: with its work, or with what has stopped that.
final class RunEnd {
  private RunEnd() {}

  /// Does the work, and ends the run as the work has ended.
  static <T extends @Nullable Object> T of(
      Transcript transcript, Cancellation cancellation, Supplier<T> work) {
    T given;
    try {
      given = work.get();
    } catch (ScriptException e) {
      if (e.getCause() instanceof DifferentCallException) {
        throw stopped(e, cancellation, transcript);
      }
      transcript.finish(RunState.FAILED, e.place() + ": " + e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      throw stopped(e, cancellation, transcript);
    }
    transcript.finish(RunState.DONE, "");
    return given;
  }

  /// A script that was cancelled has ended; one that was interrupted, or that a fault has stopped,
  /// can be resumed.
  private static RuntimeException stopped(
      RuntimeException why, Cancellation cancellation, Transcript transcript) {
    String reason = String.valueOf(why.getMessage());
    try {
      if (cancellation.toPutBack()) {
        transcript.finish(RunState.CANCELLED, reason);
      } else {
        transcript.interrupt(reason);
      }
    } catch (RuntimeException unwritten) {
      why.addSuppressed(unwritten); // its lease runs out by itself
    }
    return why;
  }
}
