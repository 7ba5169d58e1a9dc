package io.ebb.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script asks people for.
///
/// @param name by which it can be answered beforehand, and recorded
/// @param question what is asked, for people
/// @param choices the only answers; any answer that is not empty when there are none
/// @param otherwise what holds when nobody answers; null when somebody has to
public record Prompt(
    String name, String question, List<String> choices, @Nullable String otherwise) {

  /// Copies the choices.
  public Prompt {
    choices = List.copyOf(choices);
  }

  /// Whether this is an answer to it.
  public boolean takes(String answer) {
    return choices.isEmpty() ? !answer.isEmpty() : choices.contains(answer);
  }
}
