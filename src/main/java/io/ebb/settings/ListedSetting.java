package io.ebb.settings;

import org.jspecify.annotations.Nullable;

/// One setting as anybody may see it.
///
/// @param name its name in a profile, for example `zone` or `limits.keep-per-queue`
/// @param value what it is; of a key id the beginning and the end, of a secret `****`; null when it
///   is not set
/// @param origin where it came from; null when it is not set
/// @param required whether nothing can be called without it
/// @param advice all the places where it can be set, as a sentence without a full stop
public record ListedSetting(
    String name, @Nullable String value, @Nullable Origin origin, boolean required, String advice) {

  /// Whether it is needed and not there.
  public boolean missing() {
    return required && value == null;
  }

  /// This setting with another value and origin; null for both when it does not count.
  public ListedSetting replacedBy(@Nullable String other, @Nullable Origin by) {
    return new ListedSetting(name, other, by, required, advice);
  }
}
