package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells which typed texts may be suggested to who types their beginning: none that may destroy
/// something, in whichever language it was typed. In doubt it may not.
public final class Suggestible {
  private static final Pattern NO_NAME = Pattern.compile("[^\\w$]+");

  private final Set<String> destroying;

  /// For the words of this version of Ebb.
  public Suggestible() {
    this(Words.catalogue());
  }

  Suggestible(Catalogue catalogue) {
    this.destroying =
        catalogue.kinds().stream()
            .flatMap(kind -> kind.words().stream())
            .filter(word -> word.effect() == Effect.DESTROY)
            .map(Saying::name)
            .flatMap(name -> Arrays.stream(Language.values()).map(each -> each.spell(name)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether no word in it destroys: none is called, named as a member, or spelt in quotes.
  ///
  /// @param text a statement or a command
  public boolean test(String text) {
    return Arrays.stream(Language.values()).noneMatch(language -> destroys(language, text));
  }

  private boolean destroys(Language language, String text) {
    List<Token> tokens =
        Lexer.tokens(language, text).stream()
            .filter(token -> token.kind() != Token.Kind.COMMENT)
            .toList();
    for (int i = 0; i < tokens.size(); i++) {
      if (destroys(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean destroys(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case NAME ->
          destroying.contains(token.text())
              && (is(tokens, i - 1, ".") || is(tokens, i + 1, "(") || is(tokens, i + 1, "?"));
      case TEXT ->
          Quoted.hasCode(token.text())
              ? NO_NAME.splitAsStream(token.text()).anyMatch(destroying::contains)
              : destroying.contains(Quoted.content(token.text()));
      case NUMBER, SIGN, COMMENT -> false;
    };
  }

  private static boolean is(List<Token> tokens, int i, String sign) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(sign);
  }
}
