package io.ebb.sim;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Writes JSON the way the documented signer does before it hashes: a blank after comma and colon,
/// keys as they came, everything beyond ASCII escaped in lower case.
///
/// Nobody outside knows whether the service hashes what it got or what it would have written, so
/// only a body for which that is the same can be relied on.
final class DocumentedJson {
  private DocumentedJson() {}

  static String write(JsonNode json) {
    if (json.isObject()) {
      return json.properties().stream()
          .map(field -> quote(field.getKey()) + ": " + write(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (json.isArray()) {
      return StreamSupport.stream(json.spliterator(), false)
          .map(DocumentedJson::write)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return json.isString() ? quote(json.asString()) : json.toString();
  }

  private static String quote(String text) {
    return text.chars()
        .mapToObj(DocumentedJson::escape)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escape(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> c < ' ' || c > 0x7f ? "\\u%04x".formatted(c) : Character.toString(c);
    };
  }
}
