package io.ebb.script;

import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/// Tells whether a text is only the beginning of a statement. Nothing in it is carried out.
final class Completeness {
  private Completeness() {}

  /// As the language's own parser says. Of JavaScript it takes open templates, comments and objects
  /// for errors; of Python it reads one statement only.
  static boolean lacksMore(Context context, Language language, String text) {
    String source = language == Language.PYTHON ? text + "\n" : text;
    try {
      context.parse(
          Source.newBuilder(language.id(), source, "input").interactive(true).buildLiteral());
      return false;
    } catch (PolyglotException e) {
      return e.isIncompleteSource() || (e.isSyntaxError() && lacksMore(language, text, e));
    }
  }

  private static boolean lacksMore(Language language, String text, PolyglotException e) {
    return switch (language) {
      case JAVASCRIPT -> {
        List<Token> tokens = Lexer.tokens(language, text);
        boolean object = !tokens.isEmpty() && tokens.getFirst().is("{") && open(tokens);
        yield object || unclosed(tokens);
      }
      case PYTHON ->
          String.valueOf(e.getMessage()).contains("multiple statements found")
              && seemsToLackMore(language, text);
    };
  }

  /// As far as it can be told by the tokens alone.
  static boolean seemsToLackMore(Language language, String text) {
    List<Token> tokens = Lexer.tokens(language, text);
    return open(tokens)
        || unclosed(tokens)
        || (language == Language.PYTHON && (text.endsWith("\\") || inBlock(tokens, text)));
  }

  private static boolean open(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    return last.is("(") || last.is("[") || last.is("{") || last.depth() > 0;
  }

  /// Whether a text that may go over lines, or a comment, is not closed.
  private static boolean unclosed(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.getLast().open()) {
      return false;
    }
    String text = tokens.getLast().text();
    return text.startsWith("`")
        || text.startsWith("/*")
        || text.contains("\"\"\"")
        || text.contains("'''");
  }

  /// A block of Python ends with a blank line.
  private static boolean inBlock(List<Token> tokens, String text) {
    String last = text.substring(text.lastIndexOf('\n') + 1);
    List<Token> code = tokens.stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
    if (last.isBlank() || code.isEmpty()) {
      return false;
    }
    return code.getLast().is(":") || Character.isWhitespace(last.charAt(0)) || last.startsWith("@");
  }
}
