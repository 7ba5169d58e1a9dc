package io.ebb.api;

/// A foreign text as people may see it: one line of sane length without anything secret.
final class Shown {
  private static final int LONGEST = 300;

  private final Credentials credentials;

  Shown(Credentials credentials) {
    this.credentials = credentials;
  }

  String of(String text) {
    String safe =
        text.replace(credentials.secretAccessKey(), "…")
            .replaceAll("(?i)(signature=|access_key_id=)[^&\\s\"]*", "$1…")
            .replaceAll("(?i)(password\\W{1,5})[^\\s\",}]+", "$1…")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }
}
