package io.ebb.cli;

import io.ebb.plan.Guard;
import io.ebb.plan.RetireOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The option that overrides guards.
final class OverrideOption {
  @Option(
      names = "--override",
      paramLabel = "GUARD=REASON",
      mapFallbackValue = "",
      description = "Go on although this guard does not hold; the reason is written down: budget.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  /// The options, under which these guards forbid nothing.
  RetireOptions on(RetireOptions options) {
    RetireOptions more = options;
    for (Map.Entry<String, String> each : overrides.entrySet()) {
      more = more.withOverride(Guard.named(each.getKey()), each.getValue());
    }
    return more;
  }
}
