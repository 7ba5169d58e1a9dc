package io.ebb.cli.colon;

import io.ebb.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session, for the commands that steer it.
public interface Session extends Desk {

  /// Says a statement as usual, but a plan that it applies goes on behind.
  ///
  /// @return whether it succeeded
  boolean sayBehind(String statement);

  /// Says a statement, and tells how long it took.
  ///
  /// @return whether it succeeded
  boolean sayTimed(String statement);

  /// Whether from now on it is told of each statement how long it took.
  void time(boolean each);

  /// Shows the jobs of this session.
  void showJobs();

  /// Follows a job until it has ended, or Ctrl-C is pressed.
  ///
  /// @param job its number; null for the youngest that goes on
  /// @throws IllegalArgumentException when there is no such job
  void await(@Nullable Integer job);

  /// The plan that was made or shown last.
  Optional<Plan> plan();

  /// Shows a value as a result.
  void show(@Nullable Object value);

  /// Shows all of what was cut last; whether anything was.
  boolean more();

  /// Ends the session, after asking where needed.
  void leave();

  /// Shows what there is to type, or tells of one thing.
  ///
  /// @param topic a command, or a word, fact, option, kind of object or error; null for an overview
  void help(@Nullable String topic);
}
