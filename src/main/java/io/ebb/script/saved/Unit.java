package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.Spoken;
import io.ebb.script.head.Head;
import io.ebb.script.lexer.Token;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One thing that was said, and how it changes on its way into a file.
final class Unit {
  private static final Set<String> STATEMENTS_JAVASCRIPT =
      Set.of(
          "const",
          "let",
          "var",
          "function",
          "class",
          "async",
          "if",
          "for",
          "while",
          "do",
          "switch",
          "try",
          "throw",
          "return",
          "import",
          "export",
          "debugger",
          "break",
          "continue",
          "{");

  private static final Set<String> STATEMENTS_PYTHON =
      Set.of(
          "def",
          "class",
          "if",
          "for",
          "while",
          "try",
          "with",
          "import",
          "from",
          "return",
          "raise",
          "assert",
          "del",
          "global",
          "nonlocal",
          "pass",
          "async",
          "@",
          "break",
          "continue");

  /// A replacement for the text from an offset on.
  private record Edit(int end, String text) {}

  private final Spoken spoken;
  private final Code code;
  private final List<Integer> starts;
  private final List<Definition> definitions;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  Unit(Spoken spoken) {
    this.spoken = spoken;
    this.code = new Code(spoken.statement().language(), spoken.statement().text().stripTrailing());
    this.starts = Pieces.starts(code);
    this.definitions = Definition.of(code, starts);
    if (loaded()) {
      replace(0, Head.end(language().comment(), code.text()), "");
    }
  }

  Spoken spoken() {
    return spoken;
  }

  Language language() {
    return code.language();
  }

  Code code() {
    return code;
  }

  String name() {
    return spoken.statement().name();
  }

  /// Whether it is a file's text, which stays as it is as far as it can.
  boolean loaded() {
    return Language.ofFile(name()).isPresent();
  }

  List<Definition> definitions() {
    return definitions;
  }

  boolean defines(String name) {
    return definitions.stream().anyMatch(definition -> definition.defines(name));
  }

  boolean mentions(String name) {
    return code.mentions(name);
  }

  /// Whether it is one statement, and was typed.
  boolean single() {
    return starts.size() == 1 && !loaded();
  }

  /// Whether its last statement is an expression. One that gives a name a value is one in
  /// JavaScript.
  boolean endsInExpression() {
    if (starts.isEmpty()) {
      return false;
    }
    int last = starts.getLast();
    return switch (language()) {
      case JAVASCRIPT -> !code.isOneOf(last, STATEMENTS_JAVASCRIPT) || isObject(last);
      case PYTHON ->
          !code.isOneOf(last, STATEMENTS_PYTHON)
              && !(code.is(last, "match") && code.isName(last + 1))
              && IntStream.range(last, code.size())
                  .noneMatch(at -> code.depth(at) == 0 && code.isAssignment(at));
    };
  }

  /// What a session takes for an object, a script would take for a block.
  private boolean isObject(int at) {
    boolean keyed = code.isOneOf(at + 2, Set.of(":", ",", "}")) || code.is(at + 1, "}");
    return code.is(at, "{") && keyed && code.closing(at) == code.size() - 1;
  }

  /// The first token of the last statement.
  Token last() {
    return code.token(starts.getLast());
  }

  /// Where the code of the last statement ends, without a semicolon.
  int codeEnd() {
    int last = code.size() - 1;
    while (last > starts.getLast() && code.is(last, ";")) {
      last--;
    }
    return code.token(last).end();
  }

  /// Has the text between two offsets replaced. What is put at one offset several times stands
  /// there in the order of the calls, the last one first.
  void replace(int start, int end, String text) {
    Edit other = edits.get(start);
    edits.put(
        start,
        other == null
            ? new Edit(end, text)
            : new Edit(Math.max(end, other.end()), text + other.text()));
  }

  void replace(Token token, String text) {
    replace(token.start(), token.end(), text);
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  /// Its text with all that was replaced in it.
  String text() {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (var edit : edits.entrySet()) {
      out.append(code.text(), from, edit.getKey()).append(edit.getValue().text());
      from = edit.getValue().end();
    }
    return out.append(code.text(), from, code.text().length()).toString().strip();
  }
}
