package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.run.RunState;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the run of a script ends: with its work, or with what has stopped that.
final class RunEnd {
  private RunEnd() {}

  /// How the run of work ends that has come to its end.
  ///
  /// @param reason why it is not done; empty when it is
  record How(RunState state, String reason) {
    static final How DONE = new How(RunState.DONE, "");
  }

  /// Does the work, and ends the run as the work has ended.
  static <T extends @Nullable Object> T of(
      Transcript transcript, Cancellation cancellation, Supplier<T> work) {
    return of(transcript, cancellation, work, _ -> How.DONE);
  }

  /// Does the work, and ends the run as the work has ended.
  ///
  /// @param ends how, by what the work has given
  static <T extends @Nullable Object> T of(
      Transcript transcript, Cancellation cancellation, Supplier<T> work, Function<T, How> ends) {
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
    How how = ends.apply(given);
    transcript.finish(how.state(), how.reason());
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
