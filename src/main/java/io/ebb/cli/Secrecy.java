package io.ebb.cli;

import io.ebb.settings.Secret;
import io.ebb.settings.Setting;
import io.ebb.settings.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells what of that which is typed may be written down. Never shows what may not.
final class Secrecy {
  private static final String NAME =
      "(secret|passw|passphrase|pwd|token|credential|(access|api|private|ssh)[_-]?key)";

  /// A value that is given to something of such a name: `password = 'x'`, `{"token": 'x'}`,
  /// `password('x')`.
  private static final Pattern NAMED =
      Pattern.compile("(?i)" + NAME + "\\w*[\"'`]?\\]?\\s*[=:(,]\\s*\\S");

  /// An option of such a name: `--db-password x`, but not `--db-password @file`.
  private static final Pattern OPTION =
      Pattern.compile("(?i)--[\\w-]*" + NAME + "[\\w-]*[=\\s]\\s*[\"']?[^\\s@\"'-]");

  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w+/.=~-]{8,}");

  /// A text that is as long and as mixed as keys are, and no name of anything.
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![\\w+/=])(?=[\\w+/=]*[A-Z])(?=[\\w+/=]*[a-z])(?=[\\w+/=]*[0-9])"
              + "[\\w+/=]{32,}(?![\\w+/=])");

  private static final List<Pattern> REVEALING = List.of(NAMED, OPTION, BEARER, KEY);

  private final List<String> keys;

  private Secrecy(List<String> keys) {
    this.keys = keys;
  }

  /// Knows the keys of these settings.
  static Secrecy of(Settings settings) {
    return new Secrecy(
        Stream.concat(
                settings.secretAccessKey().map(Setting::value).map(Secret::reveal).stream(),
                settings.accessKeyId().map(Setting::value).stream())
            .toList());
  }

  /// Whether the text holds no secret.
  boolean allows(String text) {
    return REVEALING.stream().noneMatch(sign -> sign.matcher(text).find())
        && keys.stream().noneMatch(text::contains);
  }
}
