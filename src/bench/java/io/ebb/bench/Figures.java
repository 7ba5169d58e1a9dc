package io.ebb.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Prints the figures; `src/bench/calls` starts it.
final class Figures {
  private static final Map<String, Consumer<Boolean>> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("retire", RetireFigures::print);
    SECTIONS.put("reads", ReadFigures::print);
    SECTIONS.put("rates", RateFigures::print);
    SECTIONS.put("snapshots", SnapshotFigures::print);
    SECTIONS.put("plans", PlanFigures::print);
    SECTIONS.put("journal", JournalFigures::print);
    SECTIONS.put("search", SearchFigures::print);
    SECTIONS.put("scripts", ScriptFigures::print);
    SECTIONS.put("completion", CompletionFigures::print);
    SECTIONS.put("reports", ReportFigures::print);
  }

  private Figures() {}

  /// @param args `--quick`, and the sections to print; all when none is named
  public static void main(String[] args) {
    List<String> sections = new ArrayList<>(List.of(args));
    boolean quick = sections.remove("--quick");
    if (!SECTIONS.keySet().containsAll(sections)) {
      System.err.println("usage: src/bench/calls [--quick] " + SECTIONS.keySet());
      System.exit(2);
    }
    SECTIONS.forEach((name, section) -> {
      if (sections.isEmpty() || sections.contains(name)) {
        section.accept(quick);
      }
    });
  }
}
