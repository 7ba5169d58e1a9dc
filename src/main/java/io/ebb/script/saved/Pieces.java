package io.ebb.script.saved;

import io.ebb.script.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds where the statements of a text begin. What cannot be told without a parser is taken for
/// more of the statement before it.
final class Pieces {
  private static final Set<String> GOES_ON_JAVASCRIPT =
      Set.of(
          "(",
          "[",
          "+",
          "-",
          "*",
          "/",
          ".",
          ",",
          "?",
          ":",
          "=",
          "&",
          "|",
          "<",
          ">",
          ")",
          "]",
          "}",
          ";",
          "%",
          "^",
          "else",
          "catch",
          "finally",
          "in",
          "of",
          "instanceof");

  private static final Set<String> GOES_ON_PYTHON =
      Set.of("else", "elif", "except", "finally", ")", "]", "}");

  private static final Set<String> AWAITS_MORE =
      Set.of(
          "const",
          "let",
          "var",
          "new",
          "typeof",
          "void",
          "delete",
          "await",
          "in",
          "of",
          "instanceof",
          "extends",
          "else",
          "do",
          "async");

  private static final Set<String> CONTROLS = Set.of("if", "for", "while", "do", "with", "else");

  private final Code code;

  private Pieces(Code code) {
    this.code = code;
  }

  /// The numbers of the tokens that statements begin with.
  static List<Integer> starts(Code code) {
    Pieces pieces = new Pieces(code);
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < code.size(); at++) {
      if (starts.isEmpty() || pieces.begins(at, starts.getLast())) {
        starts.add(at);
      }
    }
    return List.copyOf(starts);
  }

  private boolean begins(int at, int last) {
    Token token = code.token(at);
    if (token.depth() > 0 || code.is(at, ";")) {
      return false;
    }
    return switch (code.language()) {
      case JAVASCRIPT ->
          token.firstOfLine() ? lineBegins(at, last) : code.is(at - 1, ";") && !controls(last, at);
      case PYTHON ->
          token.firstOfLine()
              ? unindented(token) && !goesOnPython(at, last)
              : code.is(at - 1, ";") && !controls(last, at);
    };
  }

  private boolean lineBegins(int at, int last) {
    boolean awaited =
        code.isOneOf(at - 1, AWAITS_MORE)
            || (code.token(at - 1).kind() == Token.Kind.SIGN
                && !code.isOneOf(at - 1, Set.of(")", "]", "}", ";")));
    boolean template = code.token(at).text().startsWith("`");
    return !awaited && !template && !code.isOneOf(at, GOES_ON_JAVASCRIPT) && !controls(last, at);
  }

  /// Whether the statement may hold what comes as its own, for want of braces.
  private boolean controls(int last, int at) {
    boolean braces = false;
    for (int i = last; i < at; i++) {
      braces |= code.is(i, "{") && code.depth(i) == 0;
    }
    return code.isOneOf(last, CONTROLS) && !braces;
  }

  private boolean unindented(Token token) {
    return token.start() == 0 || code.text().charAt(token.start() - 1) == '\n';
  }

  private boolean goesOnPython(int at, int last) {
    int line = code.text().lastIndexOf('\n', code.token(at).start());
    boolean joined = line > 0 && code.text().charAt(line - 1) == '\\';
    boolean decorated = code.is(last, "@");
    return joined || decorated || code.isOneOf(at, GOES_ON_PYTHON);
  }
}
