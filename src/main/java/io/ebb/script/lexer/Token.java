package io.ebb.script.lexer;

/// A piece of a source text.
///
/// @param kind what it is
/// @param start where it begins
/// @param text all of it, quotes and comment marks too
/// @param open whether the text ended before it did: a quote or comment that nobody has closed
/// @param depth how many brackets are open around it
/// @param firstOfLine whether only blanks and comments stand before it in its line
public record Token(
    Kind kind, int start, String text, boolean open, int depth, boolean firstOfLine) {

  /// What a token can be. Blanks are none.
  public enum Kind {
    /// A name or a keyword.
    NAME,
    /// A number.
    NUMBER,
    /// A text in quotes, with its prefix; a regular expression of JavaScript too.
    TEXT,
    /// A comment.
    COMMENT,
    /// Anything else, a character each.
    SIGN
  }

  /// Where it ends, exclusive.
  public int end() {
    return start + text.length();
  }

  /// Whether it is this sign or name.
  public boolean is(String word) {
    return text.equals(word) && (kind == Kind.SIGN || kind == Kind.NAME);
  }
}
