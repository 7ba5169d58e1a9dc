package io.ebb.cli;

import io.ebb.settings.ListedSetting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `ebb doctor` has found.
///
/// @param settings all settings, keys masked
/// @param checks what was looked at, in the order in which one thing depends on another
/// @param calls how many calls of the API that took
/// @param home the home folder, which people see as `~`
record Diagnosis(List<ListedSetting> settings, List<Check> checks, long calls, Path home) {

  /// The number that says most: authentication, then settings, then any other failure.
  int exitCode() {
    return checks.stream().mapToInt(Check::exitCode).max().orElse(ExitCode.DONE);
  }

  /// How many checks ended so.
  long count(Check.State state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }

  /// The names of the checks that failed.
  List<String> failures() {
    return checks.stream()
        .filter(check -> check.state() == Check.State.FAILED)
        .map(Check::name)
        .distinct()
        .toList();
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("settings", settings.stream().map(Diagnosis::data).toList());
    data.put("checks", checks.stream().map(Check::data).toList());
    data.put("calls", calls);
    return data;
  }

  private static Map<String, @Nullable Object> data(ListedSetting setting) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", setting.name());
    data.put("value", setting.value());
    data.put("origin", setting.origin() == null ? null : setting.origin().toString());
    return data;
  }
}
