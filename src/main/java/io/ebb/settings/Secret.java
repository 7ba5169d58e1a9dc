package io.ebb.settings;

import java.util.Objects;

/// A text that must not be shown: it prints as `****`, and only [#reveal] gives it away.
public final class Secret {
  private final String value;

  /// Hides `value`.
  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /// The secret itself, for signing. Never put it into a message, a log or a file.
  public String reveal() {
    return value;
  }

  /// Always `****`, whatever the secret and however long it is.
  @Override
  public String toString() {
    return "****";
  }
}
