package io.ebb.cli;

import io.ebb.settings.ListedSetting;
import io.ebb.settings.Origin;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A diagnosis as people read it: the settings, the checks, and what it comes to.
final class DiagnosisText {
  private static final String MARGIN = "  ";
  private static final int WIDEST = 120;
  private static final int STATE = "skipped".length();

  private final Palette palette;
  private final int columns;
  private final Diagnosis diagnosis;
  private final StringBuilder text = new StringBuilder();

  /// @param width the width of the terminal; empty when it is none: a pipe does not wrap
  DiagnosisText(Palette palette, OptionalInt width, Diagnosis diagnosis) {
    this.palette = palette;
    this.columns = width.isEmpty() ? Integer.MAX_VALUE : Math.min(width.getAsInt(), WIDEST);
    this.diagnosis = diagnosis;
  }

  @Override
  public String toString() {
    text.setLength(0);
    title("settings");
    List<ListedSetting> rows = diagnosis.settings().stream().filter(DiagnosisText::told).toList();
    Widths widths = Widths.of(rows, this::value, this::origin);
    rows.forEach(row -> append(row, widths));
    appendRest();
    text.append('\n');
    title("checks");
    int names = widest(diagnosis.checks().stream().map(Check::name).toList());
    diagnosis.checks().stream()
        .filter(check -> check.state() != Check.State.SKIPPED)
        .forEach(check -> append(check, names));
    appendSkipped();
    text.append('\n').append(verdict()).append('\n');
    return text.toString();
  }

  private void title(String title) {
    text.append(palette.paint(Style.BOLD, title)).append('\n');
  }

  // --- settings

  private static boolean told(ListedSetting setting) {
    return setting.value() != null || setting.missing();
  }

  private record Widths(int name, int value, int origin) {
    static Widths of(List<ListedSetting> rows, Text value, Text origin) {
      return new Widths(
          widest(rows.stream().map(ListedSetting::name).toList()),
          widest(rows.stream().map(value::of).toList()),
          widest(rows.stream().map(origin::of).toList()));
    }

    int all() {
      return name + value + origin + 3 * MARGIN.length();
    }
  }

  @FunctionalInterface
  private interface Text {
    String of(ListedSetting setting);
  }

  /// Side by side, or the origin below the value where there is not enough room for all rows.
  private void append(ListedSetting setting, Widths widths) {
    String value = value(setting);
    String origin = origin(setting);
    boolean sideBySide = widths.all() <= columns;
    text.append(MARGIN).append(padded(setting.name(), widths.name())).append(MARGIN);
    text.append(setting.missing() ? palette.paint(Style.ERROR, value) : value);
    if (!origin.isEmpty()) {
      int gap = widths.value() - Line.of(value).width();
      String below = "\n" + " ".repeat(widths.name() + 2 * MARGIN.length());
      text.append(sideBySide ? " ".repeat(gap) + MARGIN : below);
      text.append(palette.paint(Style.DIM, origin));
    }
    text.append('\n');
  }

  private String value(ListedSetting setting) {
    return setting.value() == null ? "missing" : homely(Line.of(setting.value()).toString());
  }

  /// Of a file, the key in it goes without saying.
  private String origin(ListedSetting setting) {
    return switch (setting.origin()) {
      case null -> "";
      case Origin.BuiltIn builtIn -> builtIn.toString();
      case Origin.Variable(String name) -> name;
      case Origin.Option(String name) -> name;
      case Origin.InFile(var file, _) -> homely(file.toString());
    };
  }

  private void appendRest() {
    String names =
        diagnosis.settings().stream()
            .filter(setting -> !told(setting))
            .map(ListedSetting::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      wrapped("not set: " + names, columns - 2 * MARGIN.length()).stream()
          .map(line -> MARGIN + palette.paint(Style.DIM, line) + "\n")
          .forEach(text::append);
    }
  }

  // --- checks

  private void append(Check check, int names) {
    String label = MARGIN + padded(check.state().label(), STATE) + MARGIN;
    String indent = " ".repeat(label.length() + names + MARGIN.length());
    text.append(palette.paint(check.state().style(), label)).append(padded(check.name(), names));
    text.append(MARGIN).append(below(indent, homely(check.finding()))).append('\n');
    if (!check.mend().isEmpty()) {
      text.append(indent).append(palette.paint(Style.BOLD, "mend: "));
      text.append(below(indent, "mend: " + homely(check.mend())).substring("mend: ".length()));
      text.append('\n');
    }
  }

  /// Those that were skipped for one reason, together: they are told of, not reported on.
  private void appendSkipped() {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Check check : diagnosis.checks()) {
      if (check.state() == Check.State.SKIPPED) {
        reasons.computeIfAbsent(check.finding(), _ -> new ArrayList<>()).add(check.name());
      }
    }
    String label = MARGIN + padded(Check.State.SKIPPED.label(), STATE) + MARGIN;
    String indent = " ".repeat(label.length());
    reasons.forEach((why, names) ->
        text.append(palette.paint(Check.State.SKIPPED.style(), label))
            .append(below(indent, String.join(", ", names) + ": " + why))
            .append('\n'));
  }

  /// The text from the indent on, wrapped below itself.
  private String below(String indent, String prose) {
    return String.join("\n" + indent, wrapped(prose, columns - indent.length()));
  }

  private static List<String> wrapped(String prose, int columns) {
    return Paragraph.wrap(prose, columns);
  }

  private String verdict() {
    long failed = diagnosis.count(Check.State.FAILED);
    long warnings = diagnosis.count(Check.State.WARNING);
    String calls =
        " · %d %s".formatted(diagnosis.calls(), diagnosis.calls() == 1 ? "call" : "calls");
    if (failed == 0 && warnings == 0) {
      return palette.paint(Style.SUCCESS, "all is well") + calls;
    }
    String counts =
        "%d failed, %d %s, %d skipped"
            .formatted(
                failed,
                warnings,
                warnings == 1 ? "warning" : "warnings",
                diagnosis.count(Check.State.SKIPPED));
    return palette.paint(failed > 0 ? Style.ERROR : Style.WARNING, counts) + calls;
  }

  private String homely(String prose) {
    return prose.replace(diagnosis.home() + "/", "~/");
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - Line.of(cell).width());
  }

  private static int widest(List<String> cells) {
    return cells.stream().mapToInt(cell -> Line.of(cell).width()).max().orElse(0);
  }
}
