package io.ebb.cli;

import io.ebb.text.Column;
import io.ebb.text.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A list of plain data as a table of its entries' fields. What no entry has anything in is left
/// out; of what is nested its size is told, `{2}` or `[2]`.
final class PlainTable {
  private PlainTable() {}

  /// The table; empty when no entry has anything to show.
  static String of(List<Map<?, ?>> rows, OptionalInt width) {
    List<Object> keys =
        rows.stream()
            .<Object>flatMap(row -> row.keySet().stream())
            .distinct()
            .filter(key -> rows.stream().anyMatch(row -> !cell(row.get(key)).isEmpty()))
            .toList();
    if (keys.isEmpty()) {
      return "";
    }
    Table table = new Table(keys.stream().map(key -> column(key, rows)).toArray(Column[]::new));
    for (Map<?, ?> row : rows) {
      table.row(keys.stream().map(key -> cell(row.get(key))).toArray(String[]::new));
    }
    return width.isEmpty() ? table.render() : table.render(width.getAsInt());
  }

  private static Column column(Object key, List<Map<?, ?>> rows) {
    String title = String.valueOf(key);
    boolean numbers =
        rows.stream().map(row -> row.get(key)).allMatch(each -> each == null || isNumber(each));
    return numbers ? Column.right(title) : Column.flexible(title);
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number;
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> map -> map.isEmpty() ? "" : "{%d}".formatted(map.size());
      case Collection<?> list when list.stream().anyMatch(PlainTable::isNested) ->
          "[%d]".formatted(list.size());
      case Collection<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
      default -> value.toString();
    };
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection;
  }
}
