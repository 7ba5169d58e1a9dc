package io.ebb.cli;

import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.Map;
import java.util.Set;

/// How well things are, in colours: those of clusters, nodes, jobs, operations, runs and outcomes.
final class States {
  private static final Map<Style, Set<String>> STYLES =
      Map.of(
          Style.SUCCESS,
          Set.of("active", "healthy", "running", "successful", "done", "retired"),
          Style.WARNING,
          Set.of(
              "pending",
              "working",
              "stopped",
              "suspended",
              "kept",
              "open",
              "partial",
              "cancelled",
              "interrupted",
              "refused"),
          Style.ERROR,
          Set.of("failed", "unhealthy", "unknown", "deleted", "ceased", "tampered"));

  private States() {}

  /// The text in the colour of the state that it names; as it is when it names none. What is in
  /// transition, `active/deleting`, is worth a look.
  static String paint(Palette palette, String state) {
    if (state.contains("/")) {
      return palette.paint(Style.WARNING, state);
    }
    return STYLES.entrySet().stream()
        .filter(style -> style.getValue().contains(state))
        .findFirst()
        .map(style -> palette.paint(style.getKey(), state))
        .orElse(state);
  }
}
