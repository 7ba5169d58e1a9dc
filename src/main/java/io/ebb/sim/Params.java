package io.ebb.sim;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// The endpoint's own parameters, from the query of a GET or the body of a POST.
///
/// Numbers may come as text and text as numbers: the documented examples mix them.
final class Params {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, JsonNode> values;
  private final Dialect dialect;

  private Params(Map<String, JsonNode> values, Dialect dialect) {
    this.values = values;
    this.dialect = dialect;
  }

  /// @throws Refusal 1100 when a parameter is not `known`, or the body is not as documented
  static Params of(
      RawRequest request, Map<String, String> query, Set<String> known, Dialect dialect) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    query.forEach((name, value) -> values.put(name, StringNode.valueOf(value)));
    values.keySet().removeAll(Admission.COMMON);
    if (request.method().equals("POST")) {
      values.keySet().stream().findFirst().ifPresent(Params::misplaced);
      values.putAll(body(request, query, dialect));
    }
    if (dialect.has(Variant.IGNORES_UNKNOWN_PARAMETERS)) {
      values.keySet().retainAll(known);
    }
    values.keySet().stream().filter(name -> !known.contains(name)).forEach(Params::unknown);
    return new Params(values, dialect);
  }

  /// The dialect the request is to be understood in.
  Dialect dialect() {
    return dialect;
  }

  private static Map<String, JsonNode> body(
      RawRequest request, Map<String, String> query, Dialect dialect) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    parse(request.body(), dialect)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    JsonNode zone = fields.remove("zone");
    if (zone == null || !zone.isString() || !zone.asString().equals(zone(query))) {
      throw Refusal.malformed("zone in the body must be that of the query");
    }
    return fields;
  }

  private static String zone(Map<String, String> query) {
    return query.getOrDefault("zone", query.getOrDefault("zone_id", ""));
  }

  private static JsonNode parse(String body, Dialect dialect) {
    try {
      JsonNode json = JSON.readTree(body);
      if (!json.isObject()) {
        throw Refusal.malformed("the body is not a JSON object");
      }
      if (!dialect.has(Variant.LENIENT_SIGNATURE) && !DocumentedJson.write(json).equals(body)) {
        throw Refusal.unauthenticated("the body is not written as it must be hashed");
      }
      return json;
    } catch (JacksonException e) {
      throw Refusal.malformed("the body is not JSON");
    }
  }

  private static void misplaced(String name) {
    throw Refusal.malformed("parameter [" + name + "] belongs in the body");
  }

  private static void unknown(String name) {
    throw Refusal.malformed("parameter [" + name + "] is unknown");
  }

  /// The value under the first of these names that is there.
  ///
  /// @throws Refusal 1100 when it is not a single value
  Optional<String> find(String... names) {
    return value(names).map(value -> text(names[0], value)).filter(text -> !text.isEmpty());
  }

  /// @throws Refusal 1100 when it is missing or not a single value
  String text(String... names) {
    return find(names).orElseThrow(() -> Refusal.missing(names[0]));
  }

  /// @throws Refusal 1100 when it is not a number from 0
  int number(String name, int otherwise) {
    return find(name).map(text -> number(name, text)).orElse(otherwise);
  }

  /// @throws Refusal 1100 when it is not a time as documented
  Instant time(String name, Instant otherwise) {
    return find(name).map(text -> time(name, text)).orElse(otherwise);
  }

  private static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.malformed("parameter [" + name + "] is no time such as 2021-08-19T16:44:40Z");
    }
  }

  /// The values of a list, which may be given as a single one.
  ///
  /// @throws Refusal 1100 when it is missing or empty
  List<String> list(String... names) {
    List<String> list = value(names).map(value -> texts(names[0], value)).orElse(List.of());
    if (list.isEmpty()) {
      throw Refusal.missing(names[0]);
    }
    return list;
  }

  /// Words separated by commas or blanks, or a list; empty when missing.
  List<String> words(String... names) {
    return value(names).map(value -> texts(names[0], value)).orElse(List.of()).stream()
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private Optional<JsonNode> value(String... names) {
    return Stream.of(names)
        .map(values::get)
        .filter(Objects::nonNull)
        .filter(value -> !value.isNull())
        .findFirst();
  }

  private static List<String> texts(String name, JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(item -> text(name, item))
            .distinct()
            .toList()
        : List.of(text(name, value));
  }

  private static String text(String name, JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      throw Refusal.malformed("parameter [" + name + "] has the wrong type");
    }
    return value.asString();
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw Refusal.malformed("parameter [" + name + "] is not a number: " + text);
    }
  }
}
