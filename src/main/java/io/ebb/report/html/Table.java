package io.ebb.report.html;

import java.util.List;

/// A table of plain cells, whose first one of each row names it.
final class Table {
  private final Html html;
  private final String label;
  private final List<Column> columns;

  /// A column.
  ///
  /// @param style its class; empty for none
  private record Column(String title, String style) {
    /// @param text the title, and behind a bar the class: `Node|hosts`
    static Column of(String text) {
      int bar = text.indexOf('|');
      return bar < 0
          ? new Column(text, "")
          : new Column(text.substring(0, bar), text.substring(bar + 1));
    }

    String tag(String name) {
      return style.isEmpty() ? name : name + "." + style;
    }
  }

  Table(Html html, String label, String... columns) {
    this.html = html;
    this.label = label;
    this.columns = List.of(columns).stream().map(Column::of).toList();
  }

  /// Writes it.
  ///
  /// @param rows writes them by [#row]
  void holding(Runnable rows) {
    html.element("div.scroll")
        .with("role", "region")
        .with("tabindex", "0")
        .with("aria-label", label)
        .holding(() ->
            html.element("table")
                .holding(() -> {
                  html.element("thead").holding(() -> html.element("tr").holding(this::heads));
                  html.element("tbody").holding(rows);
                }));
  }

  private void heads() {
    for (Column column : columns) {
      html.element(column.tag("th")).with("scope", "col").text(column.title());
    }
  }

  void row(String... cells) {
    row(Tone.CALM, -1, cells);
  }

  /// A row one cell of which has a tone.
  ///
  /// @param toned the place of that cell, from 0
  void row(Tone tone, int toned, String... cells) {
    html.element("tr")
        .holding(() -> {
          for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            if (i == 0) {
              html.element(column.tag("th")).with("scope", "row").text(cells[i]);
            } else {
              String tag = column.tag("td");
              html.element(i == toned ? tag + "." + tone.style() : tag).text(cells[i]);
            }
          }
        });
  }
}
