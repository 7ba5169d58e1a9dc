package io.ebb.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sorts and cuts a list the way every list of the API is.
final class Listing {
  /// The parameters every list has.
  static final Set<String> PARAMETERS =
      Set.of("limit", "offset", "reverse", "search_word", "sort_key");

  private Listing() {}

  /// The page asked for, in the size of the dialect unless told otherwise, in the order given
  /// unless there is a `sort_key`.
  static ObjectNode page(String set, List<ObjectNode> rows, Params params) {
    List<ObjectNode> sorted = sorted(rows, params);
    int from = Math.min(params.number("offset", 0), sorted.size());
    Dialect dialect = params.dialect();
    int limit = Math.min(params.number("limit", dialect.page()), dialect.pageCap());
    int to = Math.min(from + limit, sorted.size());
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.put("total_count", sorted.size());
    reply.putArray(set).addAll(sorted.subList(from, to));
    return reply;
  }

  private static List<ObjectNode> sorted(List<ObjectNode> rows, Params params) {
    List<ObjectNode> sorted = new ArrayList<>(rows);
    params.find("sort_key").ifPresent(key -> sorted.sort(by(key, rows)));
    if (params.number("reverse", 0) != 0) {
      Collections.reverse(sorted);
    }
    return sorted;
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
