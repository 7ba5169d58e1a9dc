package io.ebb.cli;

import io.ebb.cluster.ExpressionUniverse;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests about node sets, a line of JSON for each line of JSON.
///
/// A request is `{"op": "expand", "input": "node[1-3]"}`, where `op` is `expand` or `algebra` (the
/// result is a list of names), `fold` (a string) or `count` (a number). It may say what groups and
/// wildcards stand for: `"groups": {"@queue:batch": "node[1-12]"}`, `"all": "node[1-32]"`. The
/// answer is `{"result": …}` or `{"error": "…"}`; no request throws. Keeps nothing between lines.
final class NodeSetBatch {
  private static final Set<String> KEYS = Set.of("op", "input", "groups", "all");

  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  String answer(String line) {
    return json.writeValueAsString(answered(line));
  }

  private Map<String, Object> answered(String line) {
    try {
      return Map.of("result", result(json.readTree(line)));
    } catch (JacksonException e) {
      return Map.of("error", "malformed JSON: " + withoutSource(e.getOriginalMessage()));
    } catch (BadRequest | NodeSetException e) {
      return Map.of("error", String.valueOf(e.getMessage()));
    }
  }

  private static Object result(JsonNode request) {
    if (!request.isObject()) {
      throw new BadRequest("a request is an object: {\"op\": \"fold\", \"input\": \"node[1-3]\"}");
    }
    Set<String> unknown = new TreeSet<>(request.propertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new BadRequest(
          "unknown key \"%s\"; known: op, input, groups, all".formatted(unknown.iterator().next()));
    }
    Function<NodeSet, Object> operation = operation(text(request, "op"));
    return operation.apply(NodeSet.parse(text(request, "input"), universe(request)));
  }

  private static Function<NodeSet, Object> operation(String name) {
    return switch (name) {
      case "expand", "algebra" -> NodeSet::expand;
      case "fold" -> NodeSet::fold;
      case "count" -> NodeSet::size;
      default ->
          throw new BadRequest(
              "unknown op \"%s\"; known: expand, fold, count, algebra".formatted(name));
    };
  }

  private static ExpressionUniverse universe(JsonNode request) {
    Map<String, String> groups = new LinkedHashMap<>();
    JsonNode given = request.path("groups");
    if (!given.isMissingNode() && !given.isObject()) {
      throw new BadRequest("\"groups\" must be an object of strings");
    }
    for (String name : List.copyOf(given.propertyNames())) {
      if (!name.startsWith("@")) {
        throw new BadRequest("the name of group \"%s\" must begin with @".formatted(name));
      }
      groups.put(name, text(given, name));
    }
    return new ExpressionUniverse(groups, request.has("all") ? text(request, "all") : "");
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isMissingNode()) {
      throw new BadRequest("\"%s\" is missing".formatted(key));
    }
    if (!value.isString()) {
      throw new BadRequest("\"%s\" must be a string".formatted(key));
    }
    return value.stringValue();
  }

  /// Jackson names a source even where it has none to name.
  private static String withoutSource(String message) {
    return message.replaceFirst(" \\(start marker at .*", "");
  }

  private static final class BadRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    BadRequest(String problem) {
      super(problem);
    }
  }
}
