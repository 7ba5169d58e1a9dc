package io.ebb.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Puts a question to whoever is there, and waits for the answer.
@FunctionalInterface
interface Asker {

  /// What is typed in answer, in one line.
  ///
  /// @param question what stands before the cursor, a blank at its end
  /// @return empty when there is no answer: the input has ended, or the question was left
  Optional<String> ask(String question);

  /// Asks on one stream, and reads the answer from another. What was typed at a keyboard before it
  /// was asked is no answer.
  static Asker over(BufferedReader in, PrintStream err) {
    return question -> {
      try {
        if (in instanceof Keyboard keyboard) {
          keyboard.forget();
        }
        err.print(question);
        err.flush();
        return Optional.ofNullable(in.readLine()).map(String::strip);
      } catch (IOException e) {
        throw new UncheckedIOException("the answer cannot be read", e);
      }
    };
  }
}
