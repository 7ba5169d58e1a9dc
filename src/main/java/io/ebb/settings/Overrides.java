package io.ebb.settings;

import org.jspecify.annotations.Nullable;

/// Settings given as options of a command. They win over everything else; null where not given.
///
/// @param endpoint `--endpoint`
/// @param zone `--zone`
/// @param profile `--profile`
public record Overrides(
    @Nullable String endpoint, @Nullable String zone, @Nullable String profile) {

  /// No option was given.
  public static Overrides none() {
    return new Overrides(null, null, null);
  }

  @Nullable String of(Key key) {
    return switch (key) {
      case ENDPOINT -> endpoint;
      case ZONE -> zone;
      case PROFILE -> profile;
      case ACCESS_KEY_ID, SECRET_ACCESS_KEY, OWNER, CALLS_PER_HOUR, DELETE_KEY, ZONE_ID -> null;
    };
  }
}
