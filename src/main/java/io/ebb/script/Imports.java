package io.ebb.script;

import io.ebb.script.lexer.Token;
import java.util.ArrayList;
import java.util.List;

/// The `import` declarations of a statement of JavaScript. Only modules may have them, and what a
/// module declares is its own: so they are carried out as a module that hands on what it imports.
///
/// @param ranges where they stand, each from its first token to its last
/// @param names what they declare
record Imports(List<Range> ranges, List<String> names) {

  /// Where a declaration stands.
  record Range(int from, int to) {}

  static Imports in(List<Token> tokens) {
    List<Range> ranges = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isDeclaration(tokens, i)) {
        int last = last(tokens, i);
        ranges.add(new Range(tokens.get(i).start(), tokens.get(last).end()));
        names.addAll(names(tokens.subList(i + 1, last)));
        i = last;
      }
    }
    return new Imports(ranges, names);
  }

  private static boolean isDeclaration(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    return token.is("import")
        && token.depth() == 0
        && index + 1 < tokens.size()
        && !tokens.get(index + 1).is("(")
        && !tokens.get(index + 1).is(".");
  }

  /// The token of the file's name, or the semicolon behind it.
  private static int last(List<Token> tokens, int first) {
    for (int i = first + 1; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Token.Kind.TEXT) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(";") ? i + 1 : i;
      }
    }
    return tokens.size() - 1;
  }

  /// The last name of each part: `b` of `a as b`.
  private static List<String> names(List<Token> declared) {
    List<String> names = new ArrayList<>();
    String name = "";
    for (Token token : declared) {
      boolean ends = token.is(",") || token.is("}") || token.is("from");
      if (ends && !name.isEmpty()) {
        names.add(name);
      }
      name = ends ? "" : token.kind() == Token.Kind.NAME ? token.text() : name;
    }
    return names;
  }

  /// A module that carries out nothing but the imports, at their places, and hands them on.
  String module(String text) {
    StringBuilder code = new StringBuilder(text.replaceAll("[^\n]", " "));
    ranges.forEach(
        range -> code.replace(range.from(), range.to(), text.substring(range.from(), range.to())));
    names.forEach(name -> code.append("; globalThis.%s = %s".formatted(name, name)));
    return code.toString();
  }
}
