package io.ebb.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The settings that are one text or number, and the name each has in each source; null where a
/// source has none.
enum Key {
  PROFILE(null, null, "EBB_PROFILE", "--profile"),
  ENDPOINT("endpoint", null, "EBB_ENDPOINT", "--endpoint"),
  ACCESS_KEY_ID("access-key-id", "qy_access_key_id", "QINGCLOUD_ACCESS_KEY", null),
  SECRET_ACCESS_KEY("secret-access-key", "qy_secret_access_key", "QINGCLOUD_SECRET_KEY", null),
  ZONE("zone", "zone", "QINGCLOUD_ZONE", "--zone"),
  OWNER("owner", null, "EBB_OWNER", null),
  CALLS_PER_HOUR("calls-per-hour", null, "EBB_CALLS_PER_HOUR", null),
  DELETE_KEY("delete-key", null, "EBB_DELETE_KEY", null),
  ZONE_ID("zone-id", null, "EBB_ZONE_ID", null),
  DB("db", null, "EBB_DB", "--db");

  /// In a profile of Ebb's own configuration.
  final @Nullable String inProfile;

  /// In the configuration that QingCloud's tools share.
  final @Nullable String inSharedFile;

  final String variable;
  final @Nullable String option;

  Key(
      @Nullable String inProfile,
      @Nullable String inSharedFile,
      String variable,
      @Nullable String option) {
    this.inProfile = inProfile;
    this.inSharedFile = inSharedFile;
    this.variable = variable;
    this.option = option;
  }

  /// How people are told of it.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether nothing can be called without it.
  boolean required() {
    return this == ACCESS_KEY_ID || this == SECRET_ACCESS_KEY || this == ZONE;
  }
}
