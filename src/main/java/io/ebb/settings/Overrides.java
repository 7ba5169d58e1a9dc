package io.ebb.settings;

import org.jspecify.annotations.Nullable;

/// Settings given as options of a command. They win over everything else; null where not given.
///
/// @param endpoint `--endpoint`
/// @param zone `--zone`
/// @param profile `--profile`
/// @param db `--db`
public record Overrides(
    @Nullable String endpoint,
    @Nullable String zone,
    @Nullable String profile,
    @Nullable String db) {

  /// Options without `--db`.
  public Overrides(@Nullable String endpoint, @Nullable String zone, @Nullable String profile) {
    this(endpoint, zone, profile, null);
  }

  /// No option was given.
  public static Overrides none() {
    return new Overrides(null, null, null, null);
  }

  @Nullable String of(Key key) {
    return switch (key) {
      case ENDPOINT -> endpoint;
      case ZONE -> zone;
      case PROFILE -> profile;
      case DB -> db;
      case ACCESS_KEY_ID, SECRET_ACCESS_KEY, OWNER, CALLS_PER_HOUR, DELETE_KEY, ZONE_ID -> null;
    };
  }

  /// A user and a password may stand in the address of the database.
  @Override
  public String toString() {
    return "Overrides[endpoint=%s, zone=%s, profile=%s]".formatted(endpoint, zone, profile);
  }
}
