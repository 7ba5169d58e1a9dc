package io.ebb.script.head;

import io.ebb.text.Suggestion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One group of keys and values in the head of a script. What has the wrong shape is told, never
/// passed over: a limit that is misread would be a limit that does not hold.
final class Section {
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();

  private final String path;
  private final JsonNode node;
  private final List<String> wrong;

  private Section(String path, JsonNode node, List<String> wrong) {
    this.path = path;
    this.node = node.isObject() ? node : EMPTY;
    this.wrong = wrong;
    if (!node.isObject()) {
      wrong.add((path.isEmpty() ? "the head" : path) + " must be keys and values, not " + node);
    }
  }

  /// The whole head.
  ///
  /// @param wrong takes a sentence for each thing that is wrong
  static Section head(JsonNode root, List<String> wrong) {
    return new Section("", root, wrong);
  }

  /// The group under a key; an empty one when the key is missing.
  Section section(String key) {
    JsonNode inner = node.path(key);
    return new Section(path(key), inner.isMissingNode() ? EMPTY : inner, wrong);
  }

  /// Allows these keys only.
  Section only(Collection<String> allowed) {
    for (String key : keys()) {
      if (!allowed.contains(key)) {
        wrong.add(path(key) + ": there is no such key; " + Suggestion.of(key, allowed));
      }
    }
    return this;
  }

  /// The keys that are there, in the order of the file.
  Collection<String> keys() {
    return node.propertyNames();
  }

  /// The value as text; null when the key is missing.
  @Nullable String text(String key) {
    JsonNode value = node.path(key);
    if (value.isValueNode() && !value.isNull()) {
      return value.asString().strip();
    }
    misfit(key, value, "text");
    return null;
  }

  /// The value as text; empty when the key is missing.
  String textOrEmpty(String key) {
    String text = text(key);
    return text == null ? "" : text;
  }

  /// The texts of a list; none when the key is missing.
  List<String> texts(String key) {
    JsonNode value = node.path(key);
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
      return value.valueStream().map(JsonNode::asString).toList();
    }
    misfit(key, value, "a list, such as [a, b]");
    return List.of();
  }

  /// The whole number, or `otherwise` when the key is missing.
  int whole(String key, int least, int most, int otherwise) {
    JsonNode value = node.path(key);
    if (value.canConvertToInt() && value.isIntegralNumber() && within(value, least, most)) {
      return value.asInt();
    }
    String upTo = most == Integer.MAX_VALUE ? " up" : " to " + most;
    misfit(key, value, "a whole number from " + least + upTo);
    return otherwise;
  }

  /// Whether it says `true`, or `otherwise` when the key is missing.
  boolean flag(String key, boolean otherwise) {
    JsonNode value = node.path(key);
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    misfit(key, value, "true or false");
    return otherwise;
  }

  /// Tells what is wrong with this section.
  void complain(String sentence) {
    wrong.add((path.isEmpty() ? "the head" : path) + ": " + sentence);
  }

  /// Tells why the value of a key cannot be read.
  void complain(String key, RuntimeException why) {
    wrong.add(path(key) + ": " + why.getMessage());
  }

  private static boolean within(JsonNode value, int least, int most) {
    return value.asInt() >= least && value.asInt() <= most;
  }

  private void misfit(String key, JsonNode value, String wanted) {
    if (!value.isMissingNode()) {
      wrong.add(path(key) + " must be " + wanted + ", not " + value);
    }
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
