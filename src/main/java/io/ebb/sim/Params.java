package io.ebb.sim;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private Params(Map<String, JsonNode> values) {
    this.values = values;
  }

  /// @throws Refusal 1100 when a parameter is unknown or missing, or the body is not as documented
  static Params of(RawRequest request, Map<String, String> query, Endpoint endpoint) {
    Map<String, JsonNode> given = new LinkedHashMap<>();
    query.forEach((name, value) -> given.put(name, StringNode.valueOf(value)));
    given.keySet().removeAll(Admission.COMMON);
    if (request.method().equals("POST")) {
      given.keySet().stream().findFirst().ifPresent(Params::misplaced);
      given.putAll(body(request, query));
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> values.putIfAbsent(endpoint.aliases().getOrDefault(name, name), value));
    values.keySet().stream().filter(name -> !endpoint.knows(name)).forEach(Params::unknown);
    endpoint
        .inPath(request.path())
        .forEach((name, value) -> values.put(name, StringNode.valueOf(value)));
    return new Params(values).complete(endpoint.required());
  }

  private Params complete(Set<String> required) {
    required.stream()
        .filter(name -> value(name).filter(value -> !isEmpty(value)).isEmpty())
        .sorted()
        .findFirst()
        .ifPresent(name -> {
          throw Refusal.missing(name);
        });
    return this;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isString() ? value.asString().isEmpty() : value.isContainer() && value.isEmpty();
  }

  private static Map<String, JsonNode> body(RawRequest request, Map<String, String> query) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    parse(request.body())
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

  private static JsonNode parse(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (!json.isObject()) {
        throw Refusal.malformed("the body is not a JSON object");
      }
      if (!DocumentedJson.write(json).equals(body)) {
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

  /// @throws Refusal 1100 when it is not a single value
  Optional<String> find(String name) {
    return value(name).map(value -> text(name, value)).filter(text -> !text.isEmpty());
  }

  /// @throws Refusal 1100 when it is missing or not a single value
  String text(String name) {
    return find(name).orElseThrow(() -> Refusal.missing(name));
  }

  /// A single value that must be one of those.
  ///
  /// @throws Refusal 1100 when it is missing or another
  String oneOf(String name, Collection<String> allowed) {
    String text = text(name);
    if (!allowed.contains(text)) {
      throw Refusal.malformed("parameter [" + name + "] must be one of " + allowed);
    }
    return text;
  }

  /// @throws Refusal 1100 when it is missing or not a number from 0
  int number(String name) {
    return number(name, text(name));
  }

  /// The parameters inside an object.
  ///
  /// @throws Refusal 1100 when it is missing or no object
  Params inside(String name) {
    JsonNode value = value(name).orElseThrow(() -> Refusal.missing(name));
    if (!value.isObject()) {
      throw Refusal.malformed("parameter [" + name + "] is no object");
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return new Params(fields);
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
  List<String> list(String name) {
    List<String> list = value(name).map(value -> texts(name, value)).orElse(List.of());
    if (list.isEmpty()) {
      throw Refusal.missing(name);
    }
    return list;
  }

  /// Words separated by commas or blanks, or a list; empty when missing.
  List<String> words(String name) {
    return value(name).map(value -> texts(name, value)).orElse(List.of()).stream()
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isNull());
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
