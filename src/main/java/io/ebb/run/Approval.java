package io.ebb.run;

import java.time.Instant;

/// What was confirmed before something is done that cannot be taken back.
///
/// @param question what was asked, in one line
/// @param answer what was answered
/// @param by who or what has answered, for example `alice at the terminal` or `--yes`
public record Approval(String question, String answer, String by) {

  /// One that was typed by the user of this process.
  public static Approval typed(String question, String answer) {
    String user = OwnProcess.user();
    return new Approval(
        question, answer, (user.isEmpty() ? "somebody" : user) + " at the terminal");
  }

  /// One that was given beforehand, by this option.
  public static Approval beforehand(String question, String option) {
    return new Approval(question, "yes", option);
  }

  Entry.Approved at(Instant at) {
    return new Entry.Approved(at, question, answer, by);
  }
}
