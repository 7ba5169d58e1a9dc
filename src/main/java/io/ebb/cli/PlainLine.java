package io.ebb.cli;

import io.ebb.cluster.Nodes;
import io.ebb.text.Line;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Plain data in one line, much as it would be typed: `{a: 1, b: ["x", null]}`.
final class PlainLine {
  private static final JsonMapper TEXT = new JsonMapper();

  private PlainLine() {}

  /// The line; texts within lists and maps are in quotes.
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> list ->
          list.stream().map(PlainLine::of).collect(Collectors.joining(", ", "[", "]"));
      case String text -> TEXT.writeValueAsString(text);
      case Nodes nodes -> nodes.fold();
      default -> value.toString();
    };
  }

  /// The line of a list of plain values, or of anything empty, if there is so much room for it.
  static Optional<String> within(int columns, @Nullable Object value) {
    return Optional.ofNullable(value)
        .filter(PlainLine::isShort)
        .map(each -> Line.of(of(each)))
        .filter(line -> line.width() <= columns)
        .map(Line::toString);
  }

  private static boolean isShort(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.isEmpty();
      case List<?> list -> list.stream().allMatch(PlainLine::isPlain);
      default -> false;
    };
  }

  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String _, Number _, Boolean _ -> true;
      case List<?> list -> list.stream().allMatch(PlainLine::isPlain);
      default -> false;
    };
  }
}
