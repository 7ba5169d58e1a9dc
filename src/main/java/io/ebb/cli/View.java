package io.ebb.cli;

import io.ebb.text.Column;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import io.ebb.text.Table;
import java.util.Collection;
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
  /// Between a name and its value.
  private static final int GAP = 2;

  /// One thing to know about a `T`.
  ///
  /// @param column its column in a table
  /// @param cell what stands in the column; null when the table leaves it out
  /// @param key its key in JSON
  /// @param value its value in JSON
  /// @param secondary whether a terminal that is too narrow does without the column
  /// @param state whether its value tells how well the thing is, which colours tell too
  record Field<T>(
      Column column,
      @Nullable Function<T, String> cell,
      String key,
      Function<T, @Nullable Object> value,
      boolean secondary,
      boolean state) {

    /// A text or number that looks the same in a table and in JSON.
    static <T> Field<T> shown(Column column, Function<T, @Nullable Object> value) {
      return shown(column, each -> text(value.apply(each)), value);
    }

    /// A value that people read in another form.
    static <T> Field<T> shown(
        Column column, Function<T, String> cell, Function<T, @Nullable Object> value) {
      return new Field<>(column, cell, column.title().replace(' ', '_'), value, false, false);
    }

    /// A value for JSON only.
    static <T> Field<T> hidden(String key, Function<T, @Nullable Object> value) {
      return new Field<>(Column.left(key), null, key, value, false, false);
    }

    /// This field, called otherwise in JSON than in a table.
    Field<T> as(String other) {
      return new Field<>(column, cell, other, value, secondary, state);
    }

    /// This field, as one that a narrow terminal does without.
    Field<T> ifThereIsRoom() {
      return new Field<>(column, cell, key, value, true, state);
    }

    /// This field, as one that tells how well the thing is.
    Field<T> asState() {
      return new Field<>(column, cell, key, value, secondary, true);
    }

    private Column column(Palette palette) {
      return state ? column.painted(text -> States.paint(palette, text)) : column;
    }

    private static String text(@Nullable Object value) {
      return value == null ? "" : value.toString();
    }
  }

  /// The same view without one of its fields.
  View<T> without(String key) {
    return new View<>(fields.stream().filter(field -> !field.key().equals(key)).toList(), name);
  }

  String table(List<T> things, Palette palette, OptionalInt width) {
    List<Field<T>> shown = fields.stream().filter(field -> field.cell() != null).toList();
    Table full = table(shown, things, palette);
    if (width.isEmpty() || full.width() <= width.getAsInt()) {
      return full.render();
    }
    List<Field<T>> first = shown.stream().filter(field -> !field.secondary()).toList();
    return table(first, things, palette).render(width.getAsInt());
  }

  private static <T> Table table(List<Field<T>> shown, List<T> things, Palette palette) {
    Table table =
        new Table(shown.stream().map(field -> field.column(palette)).toArray(Column[]::new));
    for (T thing : things) {
      table.row(shown.stream().map(field -> cell(field, thing)).toArray(String[]::new));
    }
    return table;
  }

  /// One thing, names and values below each other: all that is known of it.
  String record(T thing, Palette palette, OptionalInt width) {
    int margin = fields.stream().mapToInt(field -> title(field).length()).max().orElse(0) + GAP;
    StringBuilder text = new StringBuilder();
    for (Field<T> field : fields) {
      String value = told(field, thing);
      if (!value.isEmpty()) {
        text.append(palette.paint(Style.DIM, title(field)))
            .append(" ".repeat(margin - title(field).length()))
            .append(field.column(palette).paint().apply(cut(value, width, margin)))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String title(Field<?> field) {
    return field.key().replace('_', ' ');
  }

  private static <T> String told(Field<T> field, T thing) {
    if (field.cell() != null) {
      return field.cell().apply(thing);
    }
    Object value = field.value().apply(thing);
    return value == null || value instanceof Collection<?> ? "" : value.toString();
  }

  private static String cut(String value, OptionalInt width, int margin) {
    Line line = Line.of(value);
    return (width.isEmpty() ? line : line.cut(Math.max(1, width.getAsInt() - margin))).toString();
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
