package io.ebb.script;

import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The people, or the pipe, behind a script: who sees what it shows, and carries out what it
/// decides.
///
/// Used by one thread at a time.
public interface Host {

  /// Shows a value: one of the types of `io.ebb.cluster`, `io.ebb.plan` or `io.ebb.run`, text, a
  /// number, a boolean, null, or lists and maps of these.
  void show(@Nullable Object value);

  /// What [#show] shows of a value, as plain text of many lines for a record: without colours, and
  /// of the same width wherever it is made.
  String text(@Nullable Object value);

  /// Tells a line about the progress of the work.
  void log(String line);

  /// Carries out a plan, after asking those who must be asked, and returns what came of it. Who has
  /// confirmed a plan is not asked again when it is gone on with.
  ///
  /// @param script the id of the script's run, which is to be the parent of the plan's. Asking for
  ///   it begins that run: to be asked when nobody can decline any more
  /// @throws RefusedException when a guard or a person forbids it, or nobody can be asked
  Run apply(Plan plan, Supplier<String> script);

  /// Whether nothing is to be changed: what is ordered is told then, and taken as done.
  default boolean rehearses() {
    return false;
  }

  /// Hears that the script is about to change something, in a run of this id.
  default void begun(String run) {}

  /// Asks whether something may be destroyed that is ordered directly; returns when it may. Refuses
  /// unless somebody can be asked.
  ///
  /// @return what was asked and answered; empty when nobody had to be
  /// @throws RefusedException when nobody allows it
  default Optional<Approval> allow(Order order) {
    throw RefusedException.unattended(order);
  }

  /// Asks whether the script may go on as it says.
  ///
  /// @param name by which it can be answered beforehand; empty when it has none
  /// @return `yes` or `no`
  /// @throws RefusedException when nobody can be asked
  Reply confirm(String question, String name);

  /// Asks for what a script cannot know.
  ///
  /// @return an answer that the prompt takes
  /// @throws RefusedException when nobody can be asked
  Reply ask(Prompt prompt);

  /// Tells that the script waits until then.
  void waiting(Instant until);

  /// Hears what came of a plan that was carried out before the script was resumed.
  void recall(Run run);

  /// Writes a plan to a file of its own; nothing when the same plan stands there already.
  ///
  /// @param name what the script calls it; the host decides where it is
  /// @return the file
  /// @throws io.ebb.plan.PlanFileException when it cannot be written, or something else stands
  ///   there
  Path save(Plan plan, String name);

  /// Where the script's own standard output goes.
  OutputStream output();

  /// Where the script's own standard error goes.
  OutputStream errors();
}
