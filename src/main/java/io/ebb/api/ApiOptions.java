package io.ebb.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where the EHPC API is, as whom to use it, and how patiently.
///
/// @param endpoint scheme, host and port, for example `https://hpc-api.qingcloud.com`
/// @param credentials who is asking
/// @param zone the zone sent with every call, for example `jn1a`
/// @param owner the account, `usr-…`, that the cluster list asks for; null leaves it out
/// @param clocks what waits are measured and requests signed by
/// @param patience how long to wait for what
/// @param quota how many calls may be made, and where they are counted
/// @param dialect which spellings to use where the documentation has two
/// @param listener is told of every attempt
public record ApiOptions(
    URI endpoint,
    Credentials credentials,
    String zone,
    @Nullable String owner,
    Clocks clocks,
    Patience patience,
    Quota quota,
    Dialect dialect,
    CallListener listener) {

  /// Refuses an endpoint that is no web address, with an `IllegalArgumentException`; leaves out a
  /// slash at its end.
  public ApiOptions {
    if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).startsWith("http")) {
      throw new IllegalArgumentException(
          "The endpoint must look like https://hpc-api.qingcloud.com, not " + endpoint);
    }
    endpoint = URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
  }

  /// No owner, the machine's time, no listener, and the defaults of [Patience], [Quota] and
  /// [Dialect].
  public static ApiOptions of(URI endpoint, Credentials credentials, String zone) {
    return new ApiOptions(
        endpoint,
        credentials,
        zone,
        null,
        Clocks.system(),
        Patience.standard(),
        Quota.unshared(),
        Dialect.standard(),
        CallListener.none());
  }

  /// With this owner; null leaves the owner out.
  public ApiOptions withOwner(@Nullable String account) {
    return new ApiOptions(
        endpoint, credentials, zone, account, clocks, patience, quota, dialect, listener);
  }

  /// With these clocks.
  public ApiOptions withClocks(Clocks others) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, others, patience, quota, dialect, listener);
  }

  /// With this patience.
  public ApiOptions withPatience(Patience other) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, clocks, other, quota, dialect, listener);
  }

  /// With this quota.
  public ApiOptions withQuota(Quota other) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, clocks, patience, other, dialect, listener);
  }

  /// With this dialect.
  public ApiOptions withDialect(Dialect other) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, clocks, patience, quota, other, listener);
  }

  /// With this listener in place of the one before.
  public ApiOptions withListener(CallListener told) {
    return new ApiOptions(
        endpoint, credentials, zone, owner, clocks, patience, quota, dialect, told);
  }
}
