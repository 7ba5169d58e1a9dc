package io.ebb.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON as Python's `json.dumps` does by default, because the service hashes that form.
///
/// Knows maps, lists, texts, integers, booleans and null: all that a request can hold.
final class PythonJson {
  private static final HexFormat LOWER_HEX = HexFormat.of();

  private final StringBuilder out = new StringBuilder();

  private PythonJson() {}

  /// The bytes to hash and to send; ASCII by construction.
  static byte[] bytes(Map<String, ?> body) {
    PythonJson json = new PythonJson();
    json.object(body);
    return json.out.toString().getBytes(US_ASCII);
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map);
      case List<?> list -> array(list);
      case String text -> text(text);
      case Integer _, Long _, Boolean _ -> out.append(value);
      default ->
          throw new IllegalArgumentException("No request holds a " + value.getClass().getName());
    }
  }

  private void object(Map<?, ?> map) {
    String separator = "";
    out.append('{');
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      text(entry.getKey().toString());
      out.append(": ");
      value(entry.getValue());
      separator = ", ";
    }
    out.append('}');
  }

  private void array(List<?> list) {
    String separator = "";
    out.append('[');
    for (Object item : list) {
      out.append(separator);
      value(item);
      separator = ", ";
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    text.chars().forEach(unit -> character((char) unit));
    out.append('"');
  }

  private void character(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (unit >= ' ' && unit <= '\u007f') {
          out.append(unit);
        } else {
          out.append("\\u").append(LOWER_HEX.toHexDigits(unit));
        }
      }
    }
  }
}
