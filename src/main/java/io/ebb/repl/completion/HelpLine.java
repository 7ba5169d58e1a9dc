package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.List;
import java.util.Optional;

/// A line that asks for help: `cluster?`, `plan.apply??`, `?idle`.
///
/// @param about what it asks about: a name, a chain of names and calls, or a command with its colon
/// @param full whether everything is wanted: two question marks
public record HelpLine(String about, boolean full) {

  /// What the line asks about; empty when it is no such line. What goes on in JavaScript, such as
  /// `a ? b : c` and `a?.b`, is none, nor is `a ?`.
  public static Optional<HelpLine> of(Language language, String text) {
    String line = text.strip();
    int marks = 0;
    if (line.startsWith("?")) {
      marks = line.startsWith("??") ? 2 : 1;
      line = line.substring(marks).strip();
    } else if (line.endsWith("?")) {
      marks = line.endsWith("??") ? 2 : 1;
      line = line.substring(0, line.length() - marks);
    }
    return marks > 0 && asksAbout(language, line)
        ? Optional.of(new HelpLine(line, marks == 2))
        : Optional.empty();
  }

  private static boolean asksAbout(Language language, String line) {
    return line.startsWith(":")
        ? line.length() > 1 && line.chars().skip(1).allMatch(Character::isLetter)
        : isChain(Lexer.tokens(language, line), line);
  }

  /// Names, dots, and brackets with anything inside, without a blank at the end.
  private static boolean isChain(List<Token> tokens, String line) {
    return !tokens.isEmpty()
        && tokens.getFirst().kind() == Token.Kind.NAME
        && tokens.getLast().end() == line.length()
        && (tokens.getLast().kind() == Token.Kind.NAME || closes(tokens.getLast()))
        && tokens.getLast().depth() == 0
        && tokens.stream().allMatch(token -> token.depth() > 0 || ofChain(token));
  }

  private static boolean ofChain(Token token) {
    return token.kind() == Token.Kind.NAME || closes(token) || ".([".contains(token.text());
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("]");
  }
}
