package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The tokens of a half typed text without its comments, and which brackets belong together. Those
/// from [#cursor] on stand behind the cursor.
final class Code {
  private static final int NONE = -1;

  private final Language language;
  private final List<Token> tokens = new ArrayList<>();
  private final int cursor;
  private final int[] around;
  private final int[] partner;

  private Code(Language language, List<Token> before, List<Token> behind) {
    this.language = language;
    before.stream().filter(Code::matters).forEach(tokens::add);
    this.cursor = tokens.size();
    behind.stream().filter(Code::matters).forEach(tokens::add);
    this.around = new int[tokens.size() + 1];
    this.partner = new int[tokens.size()];
    pair();
  }

  /// @param before the tokens up to the cursor
  /// @param behind the text behind it
  static Code of(Language language, List<Token> before, String behind) {
    return new Code(language, before, Lexer.tokens(language, behind));
  }

  private static boolean matters(Token token) {
    return token.kind() != Token.Kind.COMMENT;
  }

  private void pair() {
    Arrays.fill(partner, NONE);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (opens(i)) {
        around[i] = top(open);
        open.push(i);
      } else if (closes(i) && !open.isEmpty()) {
        partner[i] = open.pop();
        partner[partner[i]] = i;
        around[i] = top(open);
      } else {
        around[i] = top(open);
      }
    }
    around[tokens.size()] = top(open);
  }

  private static int top(Deque<Integer> open) {
    return open.isEmpty() ? NONE : open.peek();
  }

  private boolean opens(int i) {
    return is(i, "(") || is(i, "[") || is(i, "{");
  }

  private boolean closes(int i) {
    return is(i, ")") || is(i, "]") || is(i, "}");
  }

  Language language() {
    return language;
  }

  /// How many tokens stand before the cursor.
  int cursor() {
    return cursor;
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return tokens.get(i);
  }

  /// Whether there is such a token, and it is this sign or name.
  boolean is(int i, String word) {
    return has(i) && tokens.get(i).is(word);
  }

  /// Whether there is such a token, and it is a name, a keyword too.
  boolean name(int i) {
    return has(i) && tokens.get(i).kind() == Token.Kind.NAME;
  }

  /// Whether there is such a token, and it is a whole text in quotes.
  boolean text(int i) {
    return has(i) && tokens.get(i).kind() == Token.Kind.TEXT && !tokens.get(i).open();
  }

  private boolean has(int i) {
    return i >= 0 && i < tokens.size();
  }

  /// What the text in quotes says, as far as it can be told from its first quote on.
  String content(int i) {
    return Quoted.content(tokens.get(i).text());
  }

  /// The innermost bracket that is open around the token; -1 for none.
  int around(int i) {
    return around[i];
  }

  /// The bracket that closes or opens with this one; -1 for none.
  int partner(int i) {
    return partner[i];
  }

  /// The last token of the object of which the name is a member; -1 when it is none.
  int object(int name) {
    if (!is(name - 1, ".") || is(name - 2, ".")) {
      return NONE;
    }
    return is(name - 2, "?") ? name - 3 : name - 2;
  }

  /// Whether the token can be the end of a value, so that a bracket behind it calls or indexes.
  boolean endsValue(int i) {
    return has(i)
        && switch (tokens.get(i).kind()) {
          case NAME -> object(i) >= 0 || !Keywords.of(language).contains(tokens.get(i).text());
          case TEXT, NUMBER -> true;
          case SIGN -> is(i, ")") || is(i, "]");
          case COMMENT -> false;
        };
  }

  /// Whether an `=` that assigns stands there.
  boolean assigns(int i) {
    return is(i, "=") && !touches(i, "=") && !touches(i, ">") && !(is(i - 1, "=") && near(i - 1));
  }

  /// Whether the arrow of a function stands there.
  boolean arrow(int i) {
    return is(i, "=") && touches(i, ">");
  }

  private boolean touches(int i, String next) {
    return is(i + 1, next) && near(i);
  }

  private boolean near(int i) {
    return at(i).end() == at(i + 1).start();
  }

  /// How many commas stand between the bracket and the token, in that bracket alone.
  int commas(int open, int until) {
    int count = 0;
    for (int i = open + 1; i < until; i++) {
      if (around[i] == open && is(i, ",")) {
        count++;
      }
    }
    return count;
  }

  /// Where the part between commas begins in which the token stands.
  int partBegin(int open, int until) {
    int begin = open + 1;
    for (int i = open + 1; i < until; i++) {
      if (around[i] == open && is(i, ",")) {
        begin = i + 1;
      }
    }
    return begin;
  }
}
