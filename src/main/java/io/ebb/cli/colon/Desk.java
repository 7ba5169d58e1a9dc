package io.ebb.cli.colon;

import io.ebb.repl.Console;
import io.ebb.script.Dialogue;
import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.Statement;
import java.util.List;
import java.util.Map;

/// What the commands of a session work with.
public interface Desk {

  /// What is said in both languages.
  Dialogue dialogue();

  /// The terminal.
  Console console();

  /// The language that is spoken.
  Language language();

  /// From now on that language is spoken.
  void speak(Language language);

  /// Says the text as if it had been typed: shows what it gives, tells what goes wrong.
  ///
  /// @param name what errors name it by, such as a file
  /// @return whether it succeeded
  boolean say(Language language, String text, String name);

  /// Says a script as if it had been typed, with what it is given as `params`.
  ///
  /// @param parameters checked values, see [io.ebb.script.head.Parameters#bind]
  /// @return whether it succeeded
  boolean load(Script script, Map<String, Object> parameters);

  /// Says one statement as it is typed, under the next number.
  ///
  /// @return whether it succeeded
  boolean say(Language language, String statement);

  /// The names of the statements that start-up files have said.
  List<String> startUp();

  /// All statements of this session in their order, those that failed too: the n-th, from 1 over
  /// both languages, is named `js[n]` or `py[n]`. What a start-up file said is not among them.
  List<Statement> statements();

  /// Tells a line that is no result.
  void tell(String line);
}
