package io.ebb.script;

import io.ebb.run.Entry;
import java.util.Optional;

/// An answer to a question of a script.
///
/// @param text what was answered; `yes` or `no` to a question for confirmation
/// @param by who or what has given it, for example `--yes` or `alice at the terminal`; recorded,
///   and of no account to the script
public record Reply(String text, String by) {
  /// The answer by which a script goes on.
  public static final String YES = "yes";

  /// The answer by which a script does not.
  public static final String NO = "no";

  /// The answer in a call that was recorded; empty when it was no question, or not answered.
  public static Optional<Reply> recorded(Entry.Called call) {
    boolean question = call.call().startsWith("confirm(") || call.call().startsWith("ask(");
    return question && Answers.isGiven(call.answer())
        ? Optional.of(Answers.read(call.answer(), Form.REPLY))
        : Optional.empty();
  }

  /// Whether it is [#YES].
  public boolean yes() {
    return text.equals(YES);
  }
}
