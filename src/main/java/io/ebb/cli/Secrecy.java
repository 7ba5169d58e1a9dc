package io.ebb.cli;

import io.ebb.settings.Secret;
import io.ebb.settings.Setting;
import io.ebb.settings.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells what of that which is typed may be written down. Never shows what may not.
final class Secrecy {
  /// A value that is given to something of such a name.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(secret|passw|passphrase|token|credential|access_?key)\\w*[\"']?\\s*[=:(,]\\s*\\S");

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
    return !NAMED.matcher(text).find() && keys.stream().noneMatch(text::contains);
  }
}
