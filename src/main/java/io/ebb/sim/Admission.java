package io.ebb.sim;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether a request comes from the owner of the key, and now.
final class Admission {
  /// What every request carries; `action` and `time_stamp` are documented, too.
  static final Set<String> COMMON =
      Set.of(
          "access_key_id",
          "action",
          "signature",
          "signature_method",
          "signature_version",
          "time_stamp",
          "timestamp",
          "version",
          "zone",
          "zone_id");

  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final Scenario scenario;
  private final Dialect dialect;
  private final Signature signature;
  private final Clock wall;

  Admission(Scenario scenario, SimOptions options) {
    this.scenario = scenario;
    this.dialect = options.dialect();
    this.signature = new Signature(scenario.secretKey(), dialect.has(Variant.LENIENT_SIGNATURE));
    this.wall = options.wall();
  }

  /// Lets the request in, or not; the order of the checks is the order of the real service.
  ///
  /// @param skew how far the service's clock is ahead of the wall's
  /// @throws Refusal 1100, 1200 or 1300
  void admit(RawRequest request, Map<String, String> query, Duration skew) {
    expect(query, "signature_method", "HmacSHA256");
    expect(query, "signature_version", "1");
    expect(query, "version", "1");
    String zone = required(query, "zone", "zone_id");
    if (dialect.has(Variant.KNOWS_ITS_ZONE) && !zone.equals(scenario.zone())) {
      throw Refusal.malformed("zone [" + zone + "] is unknown");
    }
    required(query, "signature");
    Instant timestamp = timestamp(query);
    if (!required(query, "access_key_id").equals(scenario.accessKey())) {
      throw Refusal.unauthenticated("the access key is unknown");
    }
    if (!signature.verifies(request)) {
      throw Refusal.unauthenticated("the signature does not match");
    }
    if (Duration.between(timestamp, wall.instant().plus(skew)).abs().compareTo(TOLERANCE) > 0) {
      throw Refusal.expired(timestamp.toString());
    }
  }

  private static void expect(Map<String, String> query, String name, String value) {
    if (!required(query, name).equals(value)) {
      throw Refusal.malformed("parameter [" + name + "] must be " + value);
    }
  }

  private static Instant timestamp(Map<String, String> query) {
    String text = required(query, "timestamp", "time_stamp");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.malformed("timestamp [" + text + "] is not of the form 2021-08-19T16:44:40Z");
    }
  }

  private static String required(Map<String, String> query, String... names) {
    for (String name : names) {
      @Nullable String value = query.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    throw Refusal.missing(names[0]);
  }
}
