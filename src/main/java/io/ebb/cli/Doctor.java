package io.ebb.cli;

import io.ebb.World;
import io.ebb.api.Credentials;
import io.ebb.settings.ListedSetting;
import io.ebb.settings.Origin;
import io.ebb.settings.Secret;
import io.ebb.settings.Settings;
import io.ebb.sim.Simulator;
import io.ebb.text.Progress;
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
  private final Progress progress;

  /// @param cluster the cluster to look into; null looks into the only one
  /// @param progress is told what it is looking at
  Doctor(Common common, @Nullable String cluster, Progress progress) {
    this.common = common;
    this.settings = common.look();
    this.cluster = cluster;
    this.progress = progress;
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
      List<Check> reach = reach(endpoint);
      boolean reached = reach.stream().noneMatch(check -> check.state() == Check.State.FAILED);
      List<Check> service =
          reached
              ? ServiceChecks.of(inquiry(connected), used)
              : ServiceChecks.skipped("the service cannot be reached");
      return diagnosis(used, reach, service, connected.ebb().api().calls());
    }
  }

  /// What can be reached is worth knowing before there is a key.
  private Diagnosis withoutCalls() {
    List<Check> reach =
        settings
            .address()
            .map(this::reach)
            .orElseGet(() -> Reach.skipped("the endpoint is no address"));
    return diagnosis(
        settings.list(), reach, ServiceChecks.skipped("settings are missing or wrong"), 0);
  }

  private List<Check> reach(URI endpoint) {
    progress.show("looking for the way to " + endpoint);
    return Reach.of(endpoint);
  }

  private Inquiry inquiry(Connected connected) {
    progress.show("asking the service");
    return Inquiry.of(connected.ebb(), cluster);
  }

  private Diagnosis diagnosis(
      List<ListedSetting> used, List<Check> reach, List<Check> service, long calls) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(SettingsChecks.of(settings, used, World.store(settings)));
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
}
