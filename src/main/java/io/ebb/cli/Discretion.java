package io.ebb.cli;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import io.ebb.settings.Secret;
import io.ebb.settings.Setting;
import io.ebb.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of that which is typed may be suggested, and what may be written down.
final class Discretion {
  private static final Pattern NAMED =
      Pattern.compile("(?i)(secret|passw|token|credential|access_?key)[\\w]*[\"']?\\s*[=:(,]\\s*\\S");

  /// Going on with a run destroys what is left of it.
  private static final Pattern GOING_ON = Pattern.compile("\\s*:(r|re|res\\w*|undo)\\b.*");

  private static final Set<String> DESTROYING =
      Words.catalogue().kinds().stream()
          .flatMap(kind -> kind.words().stream())
          .filter(word -> word.effect() == Effect.DESTROY)
          .map(Saying::name)
          .collect(Collectors.toUnmodifiableSet());

  private final List<String> secrets;

  /// @param secrets texts that are never written down
  private Discretion(List<String> secrets) {
    this.secrets = secrets;
  }

  /// Keeps the keys of these settings to itself.
  static Discretion of(Settings settings) {
    return new Discretion(
        Stream.concat(
                settings.secretAccessKey().map(Setting::value).map(Secret::reveal).stream(),
                settings.accessKeyId().map(Setting::value).stream())
            .toList());
  }

  /// Whether the text may be suggested to who types its beginning: nothing that destroys may.
  boolean suggestible(String text, Language language) {
    return !GOING_ON.matcher(text).matches()
        && Lexer.tokens(language, text).stream()
            .filter(token -> token.kind() == Token.Kind.NAME)
            .noneMatch(token -> DESTROYING.contains(token.text()));
  }

  /// Whether the text may be kept: nothing that holds a secret may.
  boolean memorable(String text) {
    return !NAMED.matcher(text).find() && secrets.stream().noneMatch(text::contains);
  }
}
