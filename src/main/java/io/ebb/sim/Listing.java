package io.ebb.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sorts and cuts a list the way every list of the API is.
final class Listing {
  /// The parameters every list has.
  static final String[] PARAMETERS = {"limit", "offset", "reverse", "search_word", "sort_key"};

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  private Listing() {}

  /// The page asked for: 10 rows unless told otherwise, at most 100, in the order given unless
  /// there is a `sort_key`. Only the rows of the page are written, unless they have to be sorted.
  static <T> ObjectNode page(
      String set, List<T> items, Function<T, ObjectNode> wire, Params params) {
    List<ObjectNode> rows =
        params
            .find("sort_key")
            .map(key -> cut(sorted(items, wire, key), params))
            .orElseGet(() -> cut(items, params).stream().map(wire).toList());
    ObjectNode reply = Wire.object().put("total_count", items.size());
    reply.putArray(set).addAll(rows);
    return reply;
  }

  /// The items of the page asked for, in the direction asked for.
  static <T> List<T> cut(List<T> items, Params params) {
    List<T> all = params.number("reverse", 0) == 0 ? items : items.reversed();
    int from = Math.min(params.number("offset", 0), all.size());
    int limit = Math.min(params.number("limit", DEFAULT_LIMIT), MAX_LIMIT);
    return all.subList(from, Math.min(from + limit, all.size()));
  }

  private static <T> List<ObjectNode> sorted(
      List<T> items, Function<T, ObjectNode> wire, String key) {
    List<ObjectNode> rows = new ArrayList<>(items.stream().map(wire).toList());
    rows.sort(by(key, rows));
    return rows;
  }

  private static Comparator<ObjectNode> by(String key, List<ObjectNode> rows) {
    if (rows.stream().anyMatch(row -> !row.has(key))) {
      throw Refusal.malformed("sort_key [" + key + "] is no field of the list");
    }
    return rows.stream().allMatch(row -> row.path(key).isNumber())
        ? Comparator.comparingLong(row -> row.path(key).asLong())
        : Comparator.comparing(row -> text(row.path(key)));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
