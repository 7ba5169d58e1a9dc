package io.ebb.cli;

import io.ebb.text.Column;
import io.ebb.text.Line;
import io.ebb.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How things of one type are shown: the columns of their table, the keys of their JSON, the name
/// that other commands take.
///
/// @param fields what is shown of each
/// @param name the bare name
record View<T>(List<Field<T>> fields, Function<T, String> name) {

  /// One thing to know about a `T`.
  ///
  /// @param column its column in a table
  /// @param cell what stands in the column; null when the table leaves it out
  /// @param key its key in JSON
  /// @param value its value in JSON
  /// @param secondary whether a terminal that is too narrow does without the column
  record Field<T>(
      Column column,
      @Nullable Function<T, String> cell,
      String key,
      Function<T, @Nullable Object> value,
      boolean secondary) {

    /// A text or number that looks the same in a table and in JSON.
    static <T> Field<T> shown(Column column, Function<T, @Nullable Object> value) {
      return shown(column, each -> text(value.apply(each)), value);
    }

    /// A value that people read in another form.
    static <T> Field<T> shown(
        Column column, Function<T, String> cell, Function<T, @Nullable Object> value) {
      return new Field<>(column, cell, column.title().replace(' ', '_'), value, false);
    }

    /// A value for JSON only.
    static <T> Field<T> hidden(String key, Function<T, @Nullable Object> value) {
      return new Field<>(Column.left(key), null, key, value, false);
    }

    /// This field, as one that a narrow terminal does without.
    Field<T> ifThereIsRoom() {
      return new Field<>(column, cell, key, value, true);
    }

    private static String text(@Nullable Object value) {
      return value == null ? "" : value.toString();
    }
  }

  String table(List<T> things, OptionalInt width) {
    List<Field<T>> shown = fields.stream().filter(field -> field.cell() != null).toList();
    String full = table(shown, things).render();
    if (width.isEmpty() || widthOf(full) <= width.getAsInt()) {
      return full;
    }
    List<Field<T>> first = shown.stream().filter(field -> !field.secondary()).toList();
    return table(first, things).render(width.getAsInt());
  }

  private static int widthOf(String table) {
    return table.lines().mapToInt(line -> Line.of(line).width()).max().orElse(0);
  }

  private static <T> Table table(List<Field<T>> shown, List<T> things) {
    Table table = new Table(shown.stream().map(Field::column).toArray(Column[]::new));
    for (T thing : things) {
      table.row(shown.stream().map(field -> cell(field, thing)).toArray(String[]::new));
    }
    return table;
  }

  List<Map<String, @Nullable Object>> data(List<T> things) {
    return things.stream().map(this::data).toList();
  }

  Map<String, @Nullable Object> data(T thing) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    fields.forEach(field -> out.put(field.key(), field.value().apply(thing)));
    return out;
  }

  private static <T> String cell(Field<T> field, T thing) {
    return field.cell() == null ? "" : field.cell().apply(thing);
  }
}
