package io.ebb.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What it takes to call the EHPC API.
///
/// @param endpoint scheme, host and port; no path
/// @param zone the zone id
/// @param accessKeyId the public half of the API key
/// @param secretAccessKey the secret half
/// @param owner the owner that the cluster list asks for; null when not set
/// @param callsPerHour how many calls the account may make in any hour, at least 1
/// @param deleteKey under which name the deletion of nodes is sent first
/// @param zoneId what the list of shared queues is sent as `zone_id`; null leaves it out
public record Connection(
    URI endpoint,
    String zone,
    String accessKeyId,
    Secret secretAccessKey,
    @Nullable String owner,
    int callsPerHour,
    DeleteKey deleteKey,
    @Nullable String zoneId) {
  /// What the service documents for a new account.
  static final int DOCUMENTED_CALLS_PER_HOUR = 2000;

  /// One to a service that is as documented.
  public Connection(
      URI endpoint,
      String zone,
      String accessKeyId,
      Secret secretAccessKey,
      @Nullable String owner) {
    this(
        endpoint,
        zone,
        accessKeyId,
        secretAccessKey,
        owner,
        DOCUMENTED_CALLS_PER_HOUR,
        DeleteKey.NODE_IDS,
        null);
  }
}
