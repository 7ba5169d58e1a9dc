package io.ebb.cli;

import io.ebb.api.Credentials;
import io.ebb.settings.ListedSetting;
import io.ebb.settings.Origin;
import io.ebb.settings.Secret;
import io.ebb.settings.Settings;
import io.ebb.sim.Simulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at everything that must be in order before Ebb can work, one thing after the other, and
/// goes on after a failure as long as the rest still means something.
final class Doctor {
  private final Common common;
  private final Settings settings;
  private final @Nullable String cluster;

  /// @param cluster the cluster to look into; null looks into the only one
  Doctor(Common common, @Nullable String cluster) {
    this.common = common;
    this.settings = common.look();
    this.cluster = cluster;
  }

  Diagnosis examine() {
    return common.simulated() != null || callable() ? calling() : withoutCalls();
  }

  private boolean callable() {
    return settings.address().isPresent()
        && settings.list().stream().noneMatch(ListedSetting::missing);
  }

  private Diagnosis calling() {
    try (Connected connected = Connected.forLooking(common, settings)) {
      Simulator simulator = connected.simulator();
      List<ListedSetting> used = simulator == null ? settings.list() : simulated(simulator);
      URI endpoint = simulator == null ? settings.endpoint().value() : simulator.endpoint();
      List<Check> reach = Reach.of(endpoint);
      boolean reached = reach.stream().noneMatch(check -> check.state() == Check.State.FAILED);
      List<Check> service =
          reached
              ? ServiceChecks.of(Inquiry.of(connected.ebb(), cluster), zone(used))
              : ServiceChecks.skipped("the service cannot be reached");
      return diagnosis(used, reach, service, connected.ebb().api().calls());
    }
  }

  /// What can be reached is worth knowing before there is a key.
  private Diagnosis withoutCalls() {
    List<Check> reach =
        settings
            .address()
            .map(Reach::of)
            .orElseGet(() -> Reach.skipped("the endpoint is no address"));
    return diagnosis(
        settings.list(), reach, ServiceChecks.skipped("settings are missing or wrong"), 0);
  }

  private Diagnosis diagnosis(
      List<ListedSetting> used, List<Check> reach, List<Check> service, long calls) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(SettingsChecks.of(settings, used, common.stateFolder()));
    checks.addAll(reach);
    checks.addAll(service);
    return new Diagnosis(used, checks, calls, common.home());
  }

  /// A simulated service brings its own address and keys.
  private List<ListedSetting> simulated(Simulator simulator) {
    Origin sim = new Origin.Option("--sim");
    return settings.list().stream()
        .map(setting ->
            switch (setting.name()) {
              case "endpoint" -> setting.replacedBy(simulator.endpoint().toString(), sim);
              case "zone" -> setting.replacedBy(simulator.zone(), sim);
              case "access-key-id" -> setting.replacedBy(maskedKey(simulator), sim);
              case "secret-access-key" ->
                  setting.replacedBy(new Secret(simulator.secretKey()).toString(), sim);
              case "owner" -> setting.replacedBy(null, null);
              default -> setting;
            })
        .toList();
  }

  private static String maskedKey(Simulator simulator) {
    return new Credentials(simulator.accessKey(), simulator.secretKey()).maskedId();
  }

  private static String zone(List<ListedSetting> used) {
    return used.stream()
        .filter(setting -> setting.name().equals("zone") && setting.value() != null)
        .map(setting -> String.valueOf(setting.value()))
        .findFirst()
        .orElseThrow();
  }
}
