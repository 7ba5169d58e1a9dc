package io.ebb.script;

import io.ebb.script.head.Parameter;
import io.ebb.script.head.ParameterType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Hides the secrets that a script was given from what is recorded.
///
/// @param secrets their texts, longer ones first
record Mask(List<String> secrets) {
  private static final String HIDDEN = "***";

  /// Sorts them.
  Mask {
    secrets =
        secrets.stream()
            .flatMap(secret -> Stream.of(secret, quoted(secret)))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// As it stands between quotes, in calls and in what is shown as JSON.
  private static String quoted(String secret) {
    String text = Answers.MAPPER.writeValueAsString(secret);
    return text.substring(1, text.length() - 1);
  }

  /// Hides the values of the parameters that are declared secret.
  static Mask of(List<Parameter> declared, Map<String, Object> values) {
    return new Mask(
        declared.stream()
            .filter(parameter -> parameter.type() == ParameterType.SECRET)
            .map(parameter -> values.get(parameter.key()))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .filter(secret -> !secret.isEmpty())
            .toList());
  }

  /// Hides those of both.
  Mask and(Mask other) {
    return new Mask(Stream.concat(secrets.stream(), other.secrets.stream()).toList());
  }

  /// How many characters the longest secret has.
  int longest() {
    return secrets.stream().mapToInt(String::length).max().orElse(0);
  }

  /// The text without secrets.
  String text(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, HIDDEN);
    }
    return masked;
  }

  /// JSON without secrets in its texts.
  String json(String json) {
    return secrets.isEmpty()
        ? json
        : Answers.MAPPER.writeValueAsString(masked(Answers.MAPPER.readTree(json)));
  }

  private JsonNode masked(JsonNode node) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(text(text.asString()));
      case ArrayNode list -> {
        ArrayNode out = list.arrayNode();
        list.forEach(each -> out.add(masked(each)));
        yield out;
      }
      case ObjectNode object -> {
        ObjectNode out = object.objectNode();
        object.forEachEntry((name, each) -> out.set(name, masked(each)));
        yield out;
      }
      default -> node;
    };
  }
}
