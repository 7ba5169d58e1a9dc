package io.ebb.cli;

import io.ebb.script.Language;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What was entered at the prompt.
sealed interface Entered {

  /// Nothing but blanks.
  record Nothing() implements Entered {}

  /// A command.
  ///
  /// @param name with its colon
  /// @param rest what stands behind it
  record Command(String name, String rest) implements Entered {}

  /// A statement.
  record Words(Language language, String text) implements Entered {}

  /// A question for help.
  ///
  /// @param about what stands before the question mark
  /// @param all whether everything is to be told
  record Question(Language language, String about, boolean all) implements Entered {}

  /// Names that go on an expression rather than begin one.
  Set<String> INFIX =
      Set.of("in", "is", "if", "and", "or", "not", "instanceof", "of", "as", "else", "for");

  /// What ends the sessions of other languages' own prompts.
  Set<String> FAREWELLS = Set.of("exit", "exit()", ".exit", "quit", "quit()", "\\q");

  /// Reads it.
  ///
  /// @param spoken the language that is spoken
  /// @param variable whether there is a variable of this name in it
  static Entered of(String text, Language spoken, Predicate<String> variable) {
    String line = text.strip();
    if (line.isEmpty()) {
      return new Nothing();
    } else if (line.startsWith(":")) {
      String name = line.split("\\s", 2)[0];
      return new Command(name, line.substring(name.length()).strip());
    } else if (FAREWELLS.contains(line) && !variable.test(line.replace("()", ""))) {
      return new Command(":quit", "");
    } else if (line.matches("\\.?help")) {
      return new Command(":help", "");
    }
    for (Language other : Language.values()) {
      String word = word(other);
      if (line.matches(word + "\\s+\\S[\\s\\S]*")) {
        String rest = line.substring(word.length()).stripLeading();
        if (begins(rest, other, variable.test(word))) {
          return words(other, rest);
        }
      }
    }
    return words(spoken, text);
  }

  /// How a language is named at the prompt.
  static String word(Language language) {
    return switch (language) {
      case JAVASCRIPT -> "js";
      case PYTHON -> "py";
    };
  }

  private static Entered words(Language language, String text) {
    String line = text.strip();
    if (line.matches("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.]*\\?\\??")) {
      String about = line.replaceFirst("\\?+$", "");
      return new Question(language, about, line.endsWith("??"));
    }
    return new Words(language, text);
  }

  /// Whether the text begins a statement, and does not go on with a variable that is named like a
  /// language.
  private static boolean begins(String rest, Language language, boolean variable) {
    List<Token> tokens = Lexer.tokens(language, rest);
    if (tokens.isEmpty()) {
      return false;
    }
    Token first = tokens.getFirst();
    return switch (first.kind()) {
      case NAME -> !variable || !INFIX.contains(first.text());
      case NUMBER, TEXT -> true;
      case SIGN -> !variable && "([{!~@".contains(first.text());
      case COMMENT -> false;
    };
  }
}
