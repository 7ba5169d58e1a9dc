package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.run.SharedLedger;
import io.ebb.run.Store;
import io.ebb.settings.ListedSetting;
import io.ebb.settings.Problem;
import io.ebb.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What can be said of the settings before anything is called.
final class SettingsChecks {
  private static final String SETTINGS = "settings";
  private static final String FILES = "files";
  private static final String STATE = "state";

  private SettingsChecks() {}

  /// The checks.
  ///
  /// @param list the settings that will be used
  /// @param state the folder where Ebb keeps its state
  static List<Check> of(Settings settings, List<ListedSetting> list, Path state) {
    List<Check> checks = new ArrayList<>();
    settings.problems().forEach(problem -> checks.add(unusable(problem)));
    list.stream().filter(ListedSetting::missing).forEach(setting -> checks.add(missing(setting)));
    addUnreadableProtection(settings, checks);
    if (checks.isEmpty()) {
      checks.add(Check.ok(SETTINGS, "complete"));
    }
    addFiles(settings, checks);
    checks.add(stateFolder(state));
    return checks;
  }

  private static Check unusable(Problem problem) {
    return Check.failed(SETTINGS, problem.finding(), problem.mend()).endingWith(ExitCode.USAGE);
  }

  private static Check missing(ListedSetting setting) {
    return unusable(new Problem(setting.name() + " is not set", setting.advice()));
  }

  private static void addUnreadableProtection(Settings settings, List<Check> checks) {
    try {
      Ebb.limits(settings);
    } catch (IllegalArgumentException e) {
      checks.add(
          unusable(
              new Problem(
                  String.valueOf(e.getMessage()), "write names and ranges, such as node[1-4]")));
    }
  }

  private static void addFiles(Settings settings, List<Check> checks) {
    List<Problem> warnings = settings.warnings();
    warnings.forEach(
        warning -> checks.add(Check.warning(FILES, warning.finding(), warning.mend())));
    if (warnings.isEmpty()) {
      checks.add(Check.ok(FILES, "no secret key lies open to other users"));
    }
  }

  /// Writes nothing to what calls are counted in, as the rights that a folder shows do not tell
  /// all.
  private static Check stateFolder(Path folder) {
    List<String> refusals = new ArrayList<>();
    try (SharedLedger ledger = new SharedLedger(Store.in(folder), STATE, refusals::add)) {
      ledger.giveBack(Instant.EPOCH, 0);
    }
    return refusals.isEmpty()
        ? Check.ok(STATE, folder + " can be written")
        : Check.warning(
            STATE,
            folder + " cannot be used, so calls are counted without those of others",
            "give yourself the right to write there, or set XDG_STATE_HOME to another folder");
  }
}
