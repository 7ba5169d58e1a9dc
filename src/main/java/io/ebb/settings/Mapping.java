package io.ebb.settings;

import io.ebb.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A mapping in a configuration file that knows where it stands, for origins and complaints.
///
/// Complaints go to a list that all mappings of one load share, so that they are reported together.
/// They name keys, never values: a value may be a secret.
final class Mapping {
  private final Origin.InFile place;
  private final Map<String, JsonNode> entries = new LinkedHashMap<>();
  private final List<Problem> problems;

  private Mapping(Origin.InFile place, @Nullable JsonNode node, List<Problem> problems) {
    this.place = place;
    this.problems = problems;
    if (node != null && node.isObject()) {
      node.forEachEntry(entries::put);
      entries.values().removeIf(JsonNode::isNull);
    } else if (node != null) {
      complain(place, "must be a mapping", "write it as \"key: value\" lines");
    }
  }

  /// The whole of a file; an empty one, and a complaint, when the file cannot be read.
  static Mapping of(Path file, List<Problem> problems) {
    JsonNode root = YamlFile.read(file, problems);
    boolean empty = root.isMissingNode() || root.isNull();
    return new Mapping(new Origin.InFile(file, ""), empty ? null : root, problems);
  }

  /// Where the mapping stands.
  Origin.InFile place() {
    return place;
  }

  /// The keys that have a value.
  Set<String> keys() {
    return entries.keySet();
  }

  /// Whether a secret key is among the values, under the name of either file.
  boolean holdsSecret() {
    return keys().contains(Key.SECRET_ACCESS_KEY.inProfile)
        || keys().contains(Key.SECRET_ACCESS_KEY.inSharedFile)
        || keys().contains(Key.DB.inProfile);
  }

  /// The mapping under `key`; an empty one when there is none.
  Mapping mapping(String key) {
    return new Mapping(place.below(key), entries.get(key), problems);
  }

  /// A mapping in the same place, without any keys.
  Mapping empty() {
    return new Mapping(place, null, problems);
  }

  /// The text under `key`.
  Optional<Setting<String>> text(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(node -> isText(key, node))
        .map(node -> node.asString().strip())
        .filter(text -> !text.isEmpty())
        .map(text -> new Setting<>(text, place.below(key)));
  }

  /// The text or whole number under `key`.
  Optional<Setting<String>> textOrNumber(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(JsonNode::isIntegralNumber)
        .map(number -> new Setting<>(number.asString(), place.below(key)))
        .or(() -> text(key));
  }

  /// The texts under `key`; none when it is not there.
  List<String> texts(String key) {
    JsonNode node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      complain(place.below(key), "must be a list", "write it as [a, b]");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> {
      if (isText(key, item)) {
        texts.add(item.asString().strip());
      }
    });
    return List.copyOf(texts);
  }

  /// The whole number from 0 to `max` under `key`.
  @Nullable Integer number(String key, int max) {
    JsonNode node = entries.get(key);
    if (node == null) {
      return null;
    }
    if (node.isInt() && node.asInt() >= 0 && node.asInt() <= max) {
      return node.asInt();
    }
    complain(place.below(key), "must be a whole number from 0 to " + max, "change or remove it");
    return null;
  }

  /// Whether `key` is true; false when it is not there, or not to be understood.
  boolean truth(String key) {
    JsonNode node = entries.get(key);
    if (node != null && !node.isBoolean()) {
      complain(place.below(key), "must be true or false", "change or remove it");
    }
    return node != null && node.isBoolean() && node.asBoolean();
  }

  /// Complains about every key that is not one of `known`.
  void refuseOthersThan(List<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        complain(place.below(key), "is not a setting", Suggestion.of(key, known));
      }
    }
  }

  private boolean isText(String key, JsonNode node) {
    if (!node.isString()) {
      complain(place.below(key), "must be text", "put each value in quotes");
    }
    return node.isString();
  }

  private void complain(Origin.InFile where, String what, String mend) {
    problems.add(new Problem(where + " " + what, mend));
  }
}
