package io.ebb.script;

import io.ebb.run.Entry;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

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

  /// What was asked in such a call, in the words that were read by whoever has answered; the call
  /// itself where they cannot be told from the rest of it.
  public static String question(Entry.Called call) {
    String text = call.call();
    boolean confirm = text.startsWith("confirm(");
    List<Object> given = given(text.substring(text.indexOf('(') + 1, text.length() - 1));
    int told = confirm ? 1 : 3; // what is asked, or a name, what is asked, and the choices
    Object question = given.size() < told ? text : given.get(confirm ? 0 : 1);
    return question instanceof String words ? words : text;
  }

  /// The arguments of a call; none when a secret was masked in a way that broke them.
  private static List<Object> given(String arguments) {
    try {
      return List.of(Answers.MAPPER.readValue("[" + arguments + "]", Object[].class));
    } catch (JacksonException _) {
      return List.of();
    }
  }

  /// Whether it is [#YES].
  public boolean yes() {
    return text.equals(YES);
  }
}
