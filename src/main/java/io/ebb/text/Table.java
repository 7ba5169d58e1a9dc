package io.ebb.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A plain table: upper-case headers, two blanks between columns, no rules, no trailing blanks.
///
/// Cells may hold any text; see [Line#of]. Built by one thread, row by row.
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<Line>> rows = new ArrayList<>();

  /// A table without rows.
  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// Adds a row.
  ///
  /// @param cells one text per column; an empty one leaves a blank
  /// @return this table
  /// @throws IllegalArgumentException when there are more or fewer cells than columns
  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %d cells for %d columns: give one cell per column"
              .formatted(cells.length, columns.size()));
    }
    rows.add(Arrays.stream(cells).map(Line::of).toList());
    return this;
  }

  /// How many terminal columns it takes in full.
  public int width() {
    return width(naturalWidths());
  }

  private int width(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (columns.size() - 1);
  }

  /// The table in full, as a pipe or a file gets it. Each line ends with a line feed.
  public String render() {
    return render(naturalWidths());
  }

  /// The table for a terminal: while it is too wide, the widest flexible column is cut, down to the
  /// width of its title. A table that cannot be made narrow enough stays too wide.
  ///
  /// @param terminalColumns the width of the terminal
  public String render(int terminalColumns) {
    int[] widths = naturalWidths();
    for (int excess = width(widths) - terminalColumns; excess > 0; excess--) {
      int widest = widestThatCanShrink(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return render(widths);
  }

  private String render(int[] widths) {
    var text = new StringBuilder();
    text.append(render(headers(), widths, false)).append('\n');
    rows.forEach(row -> text.append(render(row, widths, true)).append('\n'));
    return text.toString();
  }

  private String render(List<Line> row, int[] widths, boolean painted) {
    var text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Line cell = row.get(i).cut(widths[i]);
      String padding = " ".repeat(widths[i] - cell.width());
      String shown = painted ? columns.get(i).paint().apply(cell.toString()) : cell.toString();
      text.append(i == 0 ? "" : GAP);
      switch (columns.get(i).align()) {
        case LEFT -> text.append(shown).append(padding);
        case RIGHT -> text.append(padding).append(shown);
      }
    }
    return text.toString().stripTrailing();
  }

  private int[] naturalWidths() {
    int[] widths = new int[columns.size()];
    allRows().forEach(row -> widen(widths, row));
    return widths;
  }

  private static void widen(int[] widths, List<Line> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).width());
    }
  }

  private int widestThatCanShrink(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      boolean canShrink = column.flexible() && widths[i] > Math.max(1, column.header().width());
      if (canShrink && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private Stream<List<Line>> allRows() {
    return Stream.concat(Stream.of(headers()), rows.stream());
  }

  private List<Line> headers() {
    return columns.stream().map(Column::header).toList();
  }
}
