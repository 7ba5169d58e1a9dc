package io.ebb.cli;

import io.ebb.plan.Guard;
import io.ebb.plan.RetireOptions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The option that overrides guards.
final class OverrideOption {
  @Option(
      names = "--override",
      paramLabel = "GUARD=REASON",
      mapFallbackValue = "",
      completionCandidates = Overridable.class,
      description =
          "Go on although this guard does not hold; the reason is written down. One of"
              + " ${COMPLETION-CANDIDATES}.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  /// The guards that can be overridden, by name.
  static final class Overridable implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Guard.allOverridable().stream().map(Guard::label).iterator();
    }
  }

  /// The options, under which these guards forbid nothing.
  RetireOptions on(RetireOptions options) {
    RetireOptions more = options;
    for (Map.Entry<String, String> each : overrides.entrySet()) {
      more = more.withOverride(Guard.named(each.getKey()), each.getValue());
    }
    return more;
  }
}
