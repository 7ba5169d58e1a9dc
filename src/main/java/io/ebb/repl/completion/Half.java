package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.lexer.Token;

/// A statement that is half typed, and what is known of the place where the cursor stands.
///
/// @param at the token that is typed, or that would come next
/// @param start where what is typed begins
/// @param typed what is typed of a name, or in quotes
/// @param behind what stands behind the cursor
record Half(Code code, Typing typing, int at, int start, String typed, String behind) {

  Language language() {
    return code.language();
  }

  /// Whether a name that is typed here is a member of something.
  boolean ofObject() {
    return code.is(at - 1, ".") && !code.is(at - 2, ".");
  }

  /// The object that it is a member of.
  Meaning object() {
    return typing.endingAt(code.is(at - 2, "?") ? at - 3 : at - 2);
  }

  /// Whether somebody makes up a name here.
  boolean naming() {
    return code.name(at - 1)
        && code.object(at - 1) < 0
        && Keywords.naming(language()).contains(code.at(at - 1).text());
  }

  /// Whether a value stands before it in its line, so that only an operator can follow.
  boolean behindValue(String text) {
    if (at == 0 || !code.endsValue(at - 1) || code.is(at - 1, ")")) {
      return false;
    }
    Token before = code.at(at - 1);
    return text.substring(Math.min(before.end(), start), start).indexOf('\n') < 0;
  }
}
