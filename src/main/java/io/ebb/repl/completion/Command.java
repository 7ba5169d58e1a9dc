package io.ebb.repl.completion;

import java.util.List;

/// A command of the session, as far as completion needs to know it.
///
/// @param name with its colon
/// @param brief what it does, in one line
/// @param options its options
/// @param takes what its arguments are
public record Command(String name, String brief, List<Option> options, Takes takes) {
  /// Copies the list.
  public Command {
    options = List.copyOf(options);
  }

  /// An option of a command.
  ///
  /// @param name with its dashes
  /// @param brief what it does, in one line
  /// @param choices the values it takes; none when it takes any, or none
  public record Option(String name, String brief, List<String> choices) {
    /// Copies the list.
    public Option {
      choices = List.copyOf(choices);
    }
  }

  /// What arguments can be.
  public enum Takes {
    /// There are none, or none that could be told.
    NOTHING,
    /// A statement in the language that is spoken.
    STATEMENT,
    /// A file.
    FILE,
    /// A run of the journal.
    RUN,
    /// Something that goes on behind.
    JOB,
    /// A word of the manual, or a command.
    TOPIC
  }
}
