package io.ebb.script.lexer;

import io.ebb.script.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts a source text into tokens, whether it is right or not.
public final class Lexer {
  /// After these a slash begins a regular expression, although they are names.
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else");

  /// Nobody nests templates deeper; what does is taken for one that is never closed.
  private static final int DEEPEST = 100;

  /// Of a regular expression: who looks further for its end, at each slash, takes too long.
  private static final int LONGEST_PATTERN = 1_000;

  private final Language language;
  private final String source;
  private final int nesting;
  private final List<Token> tokens = new ArrayList<>();
  private @Nullable Token before;
  private int at;
  private int depth;
  private boolean lineBegins = true;

  private Lexer(Language language, String source, int nesting) {
    this.language = language;
    this.source = source;
    this.nesting = nesting;
  }

  /// The tokens in their order.
  public static List<Token> tokens(Language language, String source) {
    Lexer lexer = new Lexer(language, source, 0);
    while (lexer.at < source.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char c = source.charAt(at);
    if (c == '\n') {
      lineBegins = true;
      at++;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (comment()) {
      add(Token.Kind.COMMENT, commentEnd());
    } else if (Character.isDigit(c)) {
      add(Token.Kind.NUMBER, numberEnd());
    } else if (quoteAt() >= 0) {
      add(Token.Kind.TEXT, textEnd(quoteAt()));
    } else if (Character.isJavaIdentifierStart(c)) {
      add(Token.Kind.NAME, nameEnd());
    } else if (c == '/' && language == Language.JAVASCRIPT && expressionBegins()) {
      add(Token.Kind.TEXT, patternEnd());
    } else {
      sign(c);
    }
  }

  private void sign(char c) {
    if (")]}".indexOf(c) >= 0) {
      depth = Math.max(0, depth - 1);
    }
    add(Token.Kind.SIGN, at + 1);
    if ("([{".indexOf(c) >= 0) {
      depth++;
    }
  }

  /// An end beyond the source stands for what is not closed.
  private void add(Token.Kind kind, int end) {
    boolean open = end > source.length();
    String text = source.substring(at, Math.min(end, source.length()));
    Token token = new Token(kind, at, text, open, depth, lineBegins);
    tokens.add(token);
    if (kind != Token.Kind.COMMENT) {
      before = token;
      lineBegins = false;
    }
    at += text.length();
  }

  private boolean comment() {
    return language == Language.PYTHON
        ? source.startsWith("#", at)
        : source.startsWith("//", at) || source.startsWith("/*", at);
  }

  private int commentEnd() {
    if (source.startsWith("/*", at)) {
      return after("*/", at + 2);
    }
    int end = source.indexOf('\n', at);
    return end < 0 ? source.length() : end;
  }

  private int after(String end, int from) {
    int found = source.indexOf(end, from);
    return found < 0 ? source.length() + 1 : found + end.length();
  }

  private int numberEnd() {
    int end = at;
    while (end < source.length()
        && (Character.isLetterOrDigit(source.charAt(end))
            || "._".indexOf(source.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private int nameEnd() {
    int end = at;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Where the quote stands that begins a text here, behind a prefix such as Python's `f`; -1 when
  /// none begins.
  private int quoteAt() {
    int quote = at;
    while (language == Language.PYTHON
        && quote - at < 2
        && quote < source.length()
        && "rRbBfFuU".indexOf(source.charAt(quote)) >= 0) {
      quote++;
    }
    String quotes = language == Language.PYTHON ? "\"'" : "\"'`";
    return quote < source.length() && quotes.indexOf(source.charAt(quote)) >= 0 ? quote : -1;
  }

  private int textEnd(int quote) {
    char mark = source.charAt(quote);
    String triple = String.valueOf(mark).repeat(3);
    boolean multiline = mark == '`';
    String closing = String.valueOf(mark);
    int from = quote + 1;
    if (language == Language.PYTHON && source.startsWith(triple, quote)) {
      multiline = true;
      closing = triple;
      from = quote + 3;
    }
    return closed(closing, from, multiline);
  }

  private int closed(String closing, int from, boolean multiline) {
    for (int i = from; i < source.length(); i++) {
      if (source.startsWith(closing, i)) {
        return i + closing.length();
      } else if (source.charAt(i) == '\\') {
        i++;
      } else if (source.charAt(i) == '\n' && !multiline) {
        return i;
      } else if (closing.equals("`") && source.startsWith("${", i)) {
        i = hole(i + 2) - 1;
      }
    }
    return source.length() + 1;
  }

  /// Where the expression in a template ends, behind its brace.
  private int hole(int from) {
    if (nesting == DEEPEST) {
      return source.length() + 1;
    }
    Lexer inside = new Lexer(language, source, nesting + 1);
    inside.at = from;
    inside.depth = 1;
    while (inside.at < source.length() && inside.depth > 0) {
      inside.next();
    }
    return inside.depth > 0 ? source.length() + 1 : inside.at;
  }

  private boolean expressionBegins() {
    Token last = before;
    if (last == null) {
      return true;
    }
    return switch (last.kind()) {
      case NAME -> BEFORE_EXPRESSION.contains(last.text());
      case SIGN -> !last.is(")") && !last.is("]") && !last.is("}");
      case NUMBER, TEXT, COMMENT -> false;
    };
  }

  /// Behind the flags of a regular expression; behind the slash alone where it is none.
  private int patternEnd() {
    boolean inClass = false;
    int most = Math.min(source.length(), at + LONGEST_PATTERN);
    for (int i = at + 1; i < most && source.charAt(i) != '\n'; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        int end = i + 1;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
          end++;
        }
        return end;
      }
    }
    return at + 1;
  }
}
