package io.ebb.cli.colon;

import io.ebb.repl.Console;
import io.ebb.script.Dialogue;
import io.ebb.script.Language;

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

  /// Tells a line that is no result.
  void tell(String line);
}
