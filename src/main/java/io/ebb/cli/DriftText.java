package io.ebb.cli;

import io.ebb.plan.Drift.Weight;
import io.ebb.plan.Drifts;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What has changed since a saved plan was made, as people and programs read it.
///
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record DriftText(Palette palette, OptionalInt width) {
  private static final int MARGIN = 13;

  String of(Drifts drifts) {
    LabelledLines lines = new LabelledLines(palette, width);
    if (drifts.nodes().isEmpty()) {
      return lines.line("drift", Style.DIM, "none: all nodes are as they were", MARGIN);
    }
    StringBuilder text = new StringBuilder();
    for (Drifts.OfNode node : drifts.nodes()) {
      String told = node.target().host() + ": " + node.text() + consequence(node.weight());
      text.append(lines.line(label(node.weight()), style(node.weight()), told, MARGIN));
    }
    return text.toString();
  }

  private static String label(Weight weight) {
    return switch (weight) {
      case BENIGN -> "benign";
      case RECONFIRM -> "re-confirm";
      case BLOCKING -> "blocking";
    };
  }

  private static String consequence(Weight weight) {
    return switch (weight) {
      case BENIGN -> "";
      case RECONFIRM -> "; left out, unless it is confirmed once more";
      case BLOCKING -> "; left alone";
    };
  }

  private static Style style(Weight weight) {
    return switch (weight) {
      case BENIGN -> Style.DIM;
      case RECONFIRM -> Style.WARNING;
      case BLOCKING -> Style.ERROR;
    };
  }

  static List<Map<String, @Nullable Object>> data(Drifts drifts) {
    return drifts.nodes().stream().map(DriftText::data).toList();
  }

  private static Map<String, @Nullable Object> data(Drifts.OfNode node) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", node.target().id());
    out.put("host", node.target().host());
    out.put("weight", label(node.weight()));
    out.put("reason", node.text());
    return out;
  }
}
