package io.ebb.api;

/// A foreign text as people may see it: one line of sane length without anything secret.
final class Shown {
  private static final int LONGEST = 300;

  /// The Base64 of an HMAC-SHA256, encoded never, once or twice.
  private static final String SIGNATURE =
      "(?:[A-Za-z0-9+/]|%(?:25)?2[BbFf]){43}(?:=|%(?:25)?3[Dd])";

  private final Credentials credentials;

  Shown(Credentials credentials) {
    this.credentials = credentials;
  }

  String of(String text) {
    String safe =
        text.replace(credentials.secretAccessKey(), "…")
            .replace(credentials.accessKeyId(), credentials.maskedId())
            .replaceAll("(?i)(https?://[^\\s?]*)\\?\\S*signature=\\S*", "$1")
            .replaceAll(
                "(?i)((?:signature|access_key_id)['\"]?\\s*[=:][\\s'\"]*)[^&\\s'\",}]+", "$1…")
            .replaceAll(SIGNATURE, "…")
            .replaceAll("(?i)(password\\W{1,5})[^\\s\",}]+", "$1…")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }
}
