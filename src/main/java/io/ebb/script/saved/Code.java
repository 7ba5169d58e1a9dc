package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A source text as its tokens without the comments, and what can be told of them. Tokens are meant
/// by their numbers.
final class Code {
  /// Names that no call begins with, although a bracket may follow.
  private static final Set<String> NO_CALLS =
      Set.of(
          "if",
          "elif",
          "for",
          "while",
          "switch",
          "catch",
          "with",
          "return",
          "function",
          "def",
          "class",
          "and",
          "or",
          "not",
          "in",
          "is",
          "of",
          "lambda",
          "typeof",
          "await",
          "yield",
          "case",
          "assert",
          "del",
          "else",
          "void",
          "import",
          "except");

  private static final Set<String> BEFORE_DEFINED = Set.of("function", "def", "class");

  /// What stands in a template of JavaScript or an f-string and is code.
  private static final Pattern HOLE = Pattern.compile("\\{[^}]*\\}");

  private final Language language;
  private final String text;
  private final List<Token> tokens;

  Code(Language language, String text) {
    this.language = language;
    this.text = text;
    this.tokens =
        Lexer.tokens(language, text).stream()
            .filter(token -> token.kind() != Token.Kind.COMMENT)
            .toList();
  }

  Language language() {
    return language;
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  Token token(int at) {
    return tokens.get(at);
  }

  /// Whether a token is there, and is this sign or name.
  boolean is(int at, String word) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
  }

  /// Whether a token is there, and is one of these signs or names.
  boolean isOneOf(int at, Set<String> words) {
    return at >= 0 && at < tokens.size() && words.stream().anyMatch(tokens.get(at)::is);
  }

  boolean isName(int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Token.Kind.NAME;
  }

  int depth(int at) {
    return tokens.get(at).depth();
  }

  /// The bracket that closes this one; behind the last token when nothing does.
  int closing(int open) {
    return IntStream.range(open + 1, size())
        .filter(at -> depth(at) == depth(open) && isOneOf(at, Set.of(")", "]", "}")))
        .findFirst()
        .orElse(size());
  }

  /// Whether it is a name behind a dot, which is one of the object before it.
  boolean isMember(int at) {
    boolean spread = is(at - 2, ".") && token(at - 2).end() == token(at - 1).start();
    return is(at - 1, ".") && !spread;
  }

  /// Whether it is a name that is called.
  boolean isCalled(int at) {
    boolean defined =
        isOneOf(at - 1, BEFORE_DEFINED) || (is(at - 1, "*") && is(at - 2, "function"));
    return isName(at) && is(at + 1, "(") && !defined && (isMember(at) || !isOneOf(at, NO_CALLS));
  }

  /// Whether something is called that is no name: the result of a call, a function in brackets, or
  /// a template with a name before it.
  boolean callsUnnamed(int at) {
    boolean value = isOneOf(at - 1, Set.of(")", "]"));
    boolean template = at > 0 && token(at).text().startsWith("`");
    return (is(at, "(") && value) || (template && (value || isName(at - 1)));
  }

  /// Whether it is the sign that gives a variable its value, also as in `+=`.
  boolean isAssignment(int at) {
    if (!is(at, "=")) {
      return false;
    }
    int start = token(at).start();
    String before = text.substring(Math.max(0, start - 2), start);
    String after = text.substring(start + 1, Math.min(text.length(), start + 2));
    boolean shift = before.equals("<<") || before.equals(">>");
    return !after.equals("=")
        && !after.equals(">")
        && (shift || before.isEmpty() || "=!<>".indexOf(before.charAt(before.length() - 1)) < 0);
  }

  /// Whether the name stands for a variable somewhere.
  boolean mentions(String name) {
    return mentioned(name) > 0;
  }

  /// At how many places it does.
  long mentioned(String name) {
    return IntStream.range(0, size()).filter(at -> mentions(at, name)).count();
  }

  /// Whether the name is that of an option or of a part of an object.
  boolean isKey(int at) {
    return isOneOf(at - 1, Set.of("{", "(", ","))
        && switch (language) {
          case JAVASCRIPT -> is(at + 1, ":");
          case PYTHON -> isAssignment(at + 1) && depth(at) > 0;
        };
  }

  private boolean mentions(int at, String name) {
    return computed(at)
        ? HOLE.matcher(token(at).text())
            .results()
            .anyMatch(hole -> alone(name).matcher(hole.group()).find())
        : token(at).is(name) && !isMember(at) && !isKey(at);
  }

  /// The name where it is not part of a longer one, nor behind a dot.
  static Pattern alone(String name) {
    return Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])");
  }

  /// Whether it is a text with code in it.
  boolean computed(int at) {
    Token token = token(at);
    return token.kind() == Token.Kind.TEXT
        && switch (language) {
          case JAVASCRIPT -> token.text().startsWith("`") && token.text().contains("${");
          case PYTHON -> token.text().matches("(?s)[rR]?[fF].*\\{.*");
        };
  }

  /// The token's text with each name in its code that `from` means replaced.
  static String inHoles(Token token, Pattern from, String to) {
    return HOLE.matcher(token.text())
        .replaceAll(hole -> Matcher.quoteReplacement(from.matcher(hole.group()).replaceAll(to)));
  }
}
