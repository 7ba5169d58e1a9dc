package io.ebb.cli;

import io.ebb.World;
import io.ebb.settings.Settings;
import io.ebb.text.Style;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a session tells before its first prompt: where one is, and how to get on.
final class Banner {
  private static final String HELP = ":help lists words and commands, Tab completes, Ctrl-D leaves";

  private Banner() {}

  static void tell(Common common, Settings settings) {
    common.tell(Style.BOLD, "Ebb " + VersionCommand.version());
    common.tell(common.simulated() == null ? real(settings) : simulated(common.simulated()));
    common.tell(Style.DIM, HELP);
  }

  private static String simulated(String scenario) {
    String what =
        scenario.equals(Connected.STANDARD) ? "a simulated cluster" : "simulated: " + scenario;
    return what + "; it and its journal end with this session";
  }

  private static String real(Settings settings) {
    return Stream.of(
            List.of(settings.endpoint().value().toString()),
            settings.zone().map(zone -> "zone " + zone.value()).stream().toList(),
            settings.profile().map(profile -> "profile " + profile.value()).stream().toList(),
            List.of("journal " + World.store(settings)))
        .flatMap(List::stream)
        .collect(Collectors.joining(" · "));
  }
}
