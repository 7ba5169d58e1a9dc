package io.ebb.api;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where the EHPC API is, as whom to use it, and how patiently.
///
/// @param endpoint scheme, host and port, for example `https://hpc-api.qingcloud.com`
/// @param credentials who is asking
/// @param zone the zone sent with every call, for example `jn1a`
/// @param owner the account, `usr-…`, that the cluster list asks for; null leaves it out
/// @param time the clock of signatures and waits
/// @param listener is told of every attempt
/// @param patience how long a read is tried again while the service is busy
/// @param connectTimeout how long making a connection may take
/// @param readTimeout how long the service may be silent
public record ApiOptions(
    URI endpoint,
    Credentials credentials,
    String zone,
    @Nullable String owner,
    Time time,
    CallListener listener,
    Duration patience,
    Duration connectTimeout,
    Duration readTimeout) {

  /// Refuses an endpoint that is no web address, with an `IllegalArgumentException`; leaves out a
  /// slash at its end.
  public ApiOptions {
    if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).startsWith("http")) {
      throw new IllegalArgumentException(
          "The endpoint must look like https://hpc-api.qingcloud.com, not " + endpoint);
    }
    endpoint = URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
  }

  /// No owner, the machine's time, no listener; 2 minutes of patience, 10 s to connect, 60 s to
  /// answer.
  public static ApiOptions of(URI endpoint, Credentials credentials, String zone) {
    return new ApiOptions(
        endpoint,
        credentials,
        zone,
        null,
        Time.system(),
        call -> {},
        Duration.ofMinutes(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  /// With this owner; null leaves the owner out.
  public ApiOptions withOwner(@Nullable String account) {
    return new ApiOptions(
        endpoint,
        credentials,
        zone,
        account,
        time,
        listener,
        patience,
        connectTimeout,
        readTimeout);
  }

  /// With this clock.
  public ApiOptions withTime(Time clock) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, clock, listener, patience, connectTimeout, readTimeout);
  }

  /// With this listener in place of the one before.
  public ApiOptions withListener(CallListener told) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, time, told, patience, connectTimeout, readTimeout);
  }

  /// With these limits of waiting.
  public ApiOptions withTimeouts(Duration busy, Duration connect, Duration read) {
    return new ApiOptions(endpoint, credentials, zone, owner, time, listener, busy, connect, read);
  }
}
