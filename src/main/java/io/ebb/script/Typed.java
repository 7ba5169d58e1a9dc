package io.ebb.script;

import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A statement as its language is to take it at a prompt, where names can be declared again, and
/// one whose declaration failed is not lost.
///
/// @param text what was typed
/// @param code with the lines of what was typed, and its columns but for [#edits]
/// @param module what a module has to do before, in JavaScript; empty for nothing
/// @param edits what was put in, in its order
/// @param assigns whether all that it does is to give a name a value
record Typed(String text, String code, String module, List<Edit> edits, boolean assigns) {
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of("new", "return", "typeof", "extends", "default", "in", "of", "void", "throw");

  private static final Set<String> DECLARING =
      Set.of("function", "async", "class", "const", "let", "var");

  private static final Set<String> ROOTS =
      Words.catalogue().roots().sayings().stream()
          .map(saying -> saying.name())
          .collect(Collectors.toUnmodifiableSet());

  /// Text that stands in the code and was not typed.
  ///
  /// @param at where it stands, in what was typed
  /// @param drops how many characters it stands for
  record Edit(int at, int drops, String text) {}

  static Typed of(Language language, String text) {
    return switch (language) {
      case JAVASCRIPT -> javascript(text);
      case PYTHON -> new Typed(text, text + "\n", "", List.of(), false);
    };
  }

  /// A place in the code as one in what was typed.
  Place typed(Place place) {
    if (place.line() == 0 || place.column() == 0) {
      return new Place(place.file(), text, place.line(), place.column());
    }
    int at = typed(lineBegins(place.line()) + place.column() - 1);
    int column = at - text.lastIndexOf('\n', at - 1);
    return new Place(place.file(), text, place.line(), column);
  }

  private int lineBegins(int line) {
    int begins = 0;
    for (int before = 1; before < line; before++) {
      begins = code.indexOf('\n', begins) + 1;
    }
    return begins;
  }

  private int typed(int inCode) {
    int grown = 0;
    for (Edit edit : edits) {
      int begins = edit.at() + grown;
      if (inCode < begins + edit.text().length()) {
        return inCode < begins ? inCode - grown : edit.at();
      }
      grown += edit.text().length() - edit.drops();
    }
    return inCode - grown;
  }

  /// The statement as an object, where it looks like a block: `{a: 1}`.
  static Typed object(String text) {
    List<Token> tokens = tokens(text);
    Edit open = new Edit(tokens.getFirst().start(), 0, "(");
    List<Edit> edits = List.of(open, new Edit(tokens.getLast().end(), 0, ")"));
    return new Typed(text, edited(text, edits), "", edits, false);
  }

  /// Whether the statement may be an object, and no block.
  static boolean mayBeObject(String text) {
    List<Token> tokens = tokens(text);
    return !tokens.isEmpty() && tokens.getFirst().is("{") && tokens.getLast().is("}");
  }

  private static Typed javascript(String text) {
    List<Token> tokens = tokens(text);
    Imports imports = Imports.in(tokens);
    List<Edit> edits = new ArrayList<>();
    imports.ranges().forEach(range -> edits.add(blank(text, range.from(), range.to())));
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.depth() > 0 || isRoot(tokens.get(i + 1)) || !begins(tokens, i)) {
        continue;
      }
      if (token.is("const") || (token.is("let") && declares(tokens.get(i + 1)))) {
        String padded = "var" + " ".repeat(token.text().length() - "var".length());
        edits.add(new Edit(token.start(), token.text().length(), padded));
      } else if (token.is("export") && DECLARING.contains(tokens.get(i + 1).text())) {
        edits.add(blank(text, token.start(), token.end()));
      } else if (token.is("class")) {
        edits.add(new Edit(token.start(), 0, "var " + tokens.get(i + 1).text() + " = "));
        edits.add(new Edit(bodyEnd(tokens, i), 0, ";"));
      }
    }
    edits.sort(Comparator.comparingInt(Edit::at));
    String module = imports.ranges().isEmpty() ? "" : imports.module(text);
    return new Typed(text, edited(text, edits), module, edits, assigns(tokens));
  }

  private static Edit blank(String text, int from, int to) {
    return new Edit(from, to - from, text.substring(from, to).replaceAll("[^\n]", " "));
  }

  private static List<Token> tokens(String text) {
    return Lexer.tokens(Language.JAVASCRIPT, text).stream()
        .filter(token -> token.kind() != Token.Kind.COMMENT)
        .toList();
  }

  /// A name of ours cannot be declared: the language says so, if it sees the declaration.
  private static boolean isRoot(Token name) {
    return ROOTS.contains(name.text());
  }

  private static boolean declares(Token next) {
    return next.kind() == Token.Kind.NAME || next.is("[") || next.is("{");
  }

  /// Whether a statement begins with this token.
  private static boolean begins(List<Token> tokens, int index) {
    if (index == 0) {
      return true;
    }
    Token before = tokens.get(index - 1);
    if (before.is(";") || before.is("}") || before.is("export")) {
      return true;
    }
    boolean goesOn =
        before.kind() == Token.Kind.SIGN
            ? !before.is(")") && !before.is("]")
            : before.kind() == Token.Kind.NAME && BEFORE_EXPRESSION.contains(before.text());
    return tokens.get(index).firstOfLine() && !goesOn;
  }

  /// Where the body of the class ends that begins here.
  private static int bodyEnd(List<Token> tokens, int index) {
    boolean inBody = false;
    for (Token token : tokens.subList(index, tokens.size())) {
      if (token.depth() == 0 && token.is("}") && inBody) {
        return token.end();
      }
      inBody |= token.depth() == 0 && token.is("{");
    }
    return tokens.getLast().end(); // there is no end: the language will say so
  }

  private static boolean assigns(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.get(0).kind() == Token.Kind.NAME
        && tokens.get(1).is("=")
        && !tokens.get(2).is("=")
        && !tokens.get(2).is(">")
        && tokens.stream().noneMatch(token -> token.depth() == 0 && token.is(";"));
  }

  private static String edited(String text, List<Edit> edits) {
    StringBuilder code = new StringBuilder();
    int done = 0;
    for (Edit edit : edits) {
      code.append(text, done, edit.at()).append(edit.text());
      done = edit.at() + edit.drops();
    }
    return code.append(text.substring(done)).toString();
  }
}
