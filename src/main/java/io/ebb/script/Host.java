package io.ebb.script;

import io.ebb.plan.Plan;
import io.ebb.run.Run;
import io.ebb.run.RunListener;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// The people, or the pipe, behind a script: where it shows things and who answers for it.
///
/// Used by one thread at a time.
public interface Host {

  /// Shows a value: one of the types of `io.ebb.cluster`, `io.ebb.plan` or `io.ebb.run`, text, a
  /// number, a boolean, null, or lists and maps of these.
  void show(@Nullable Object value);

  /// Tells a line about the progress of the work.
  void log(String line);

  /// Asks whether the plan may be carried out, and returns when it may.
  ///
  /// @throws io.ebb.run.RefusedException when it may not, or nobody can be asked
  void approve(Plan plan);

  /// Who is told of each event of a run.
  RunListener listener();

  /// Tells how a run ended.
  void ended(Run run);

  /// Where the script's own standard output goes.
  OutputStream output();

  /// Where the script's own standard error goes.
  OutputStream errors();
}
