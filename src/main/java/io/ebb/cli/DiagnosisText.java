package io.ebb.cli;

import io.ebb.settings.ListedSetting;
import io.ebb.settings.Origin;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A diagnosis as people read it: the settings, the checks, and what it comes to.
final class DiagnosisText {
  private static final String GAP = "  ";
  private static final String MEND = "mend: ";
  private static final int WIDEST = 120;
  private static final int STATE = "skipped".length();

  private final Palette palette;
  private final int columns;
  private final Diagnosis diagnosis;
  private final StringBuilder text = new StringBuilder();

  private DiagnosisText(Palette palette, int columns, Diagnosis diagnosis) {
    this.palette = palette;
    this.columns = columns;
    this.diagnosis = diagnosis;
  }

  /// The whole text.
  ///
  /// @param width the width of the terminal; empty when it is none: a pipe does not wrap
  static String of(Diagnosis diagnosis, Palette palette, OptionalInt width) {
    int columns = width.isEmpty() ? Integer.MAX_VALUE : Math.min(width.getAsInt(), WIDEST);
    DiagnosisText text = new DiagnosisText(palette, columns, diagnosis);
    text.addSettings();
    text.addChecks();
    text.addVerdict();
    return text.text.toString();
  }

  // --- settings

  /// Side by side, or the origins below the values where there is not enough room.
  private void addSettings() {
    add(Style.BOLD, "settings");
    text.append('\n');
    List<ListedSetting> told = diagnosis.settings().stream().filter(DiagnosisText::isTold).toList();
    int names = widest(told, ListedSetting::name);
    int values = widest(told, this::value);
    int origins = widest(told, this::origin);
    boolean room = names + values + origins + 3 * GAP.length() <= columns;
    String below = "\n" + " ".repeat(names + 2 * GAP.length());
    for (ListedSetting setting : told) {
      text.append(GAP).append(padded(setting.name(), names)).append(GAP);
      if (setting.value() == null) {
        add(Style.ERROR, value(setting));
      } else {
        text.append(room ? padded(value(setting), values) + GAP : value(setting) + below);
        add(Style.DIM, origin(setting));
      }
      text.append('\n');
    }
    addUnset();
  }

  private static boolean isTold(ListedSetting setting) {
    return setting.value() != null || setting.missing();
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
      case Origin.InFile(Path file, _) -> homely(Line.of(file.toString()).toString());
    };
  }

  private void addUnset() {
    String names =
        diagnosis.settings().stream()
            .filter(setting -> !isTold(setting))
            .map(ListedSetting::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      for (String line : Paragraph.wrap("not set: " + names, columns - GAP.length())) {
        text.append(GAP);
        add(Style.DIM, line);
        text.append('\n');
      }
    }
  }

  // --- checks

  private void addChecks() {
    text.append('\n');
    add(Style.BOLD, "checks");
    text.append('\n');
    int names = widest(diagnosis.checks(), Check::name);
    Map<String, List<String>> skipped = new LinkedHashMap<>();
    for (Check check : diagnosis.checks()) {
      switch (check.state()) {
        case OK, WARNING, FAILED -> add(check, names);
        case SKIPPED ->
            skipped.merge(check.finding(), List.of(check.name()), DiagnosisText::joined);
      }
    }
    skipped.forEach(this::addSkipped);
  }

  private void add(Check check, int names) {
    addLabel(check.state());
    text.append(padded(check.name(), names)).append(GAP);
    String indent = " ".repeat(STATE + names + 3 * GAP.length());
    addWrapped(homely(check.finding()), indent);
    if (!check.mend().isEmpty()) {
      text.append(indent);
      addWrapped(MEND + homely(check.mend()), indent);
    }
  }

  /// Those that were skipped for one reason, together.
  private void addSkipped(String why, List<String> names) {
    addLabel(Check.State.SKIPPED);
    addWrapped(String.join(", ", names) + ": " + why, " ".repeat(STATE + 2 * GAP.length()));
  }

  private void addLabel(Check.State state) {
    text.append(GAP);
    add(state.style(), padded(state.label(), STATE));
    text.append(GAP);
  }

  private void addWrapped(String prose, String indent) {
    List<String> lines = Paragraph.wrap(prose, columns - indent.length());
    text.append(String.join("\n" + indent, lines)).append('\n');
  }

  private void addVerdict() {
    long failed = diagnosis.count(Check.State.FAILED);
    long warnings = diagnosis.count(Check.State.WARNING);
    text.append('\n');
    if (failed == 0 && warnings == 0) {
      add(Style.SUCCESS, "all is well");
    } else {
      add(
          failed > 0 ? Style.ERROR : Style.WARNING,
          "%d failed, %s, %d skipped"
              .formatted(
                  failed, counted(warnings, "warning"), diagnosis.count(Check.State.SKIPPED)));
    }
    text.append(" · ").append(counted(diagnosis.calls(), "call")).append('\n');
  }

  // --- words

  private void add(Style style, String words) {
    text.append(palette.paint(style, words));
  }

  private String homely(String prose) {
    return prose.replace(diagnosis.home() + "/", "~/");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - Line.of(cell).width());
  }

  private static <T> int widest(Collection<T> rows, Function<T, String> cell) {
    return rows.stream().mapToInt(row -> Line.of(cell.apply(row)).width()).max().orElse(0);
  }
}
