package io.ebb.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a raw query string.
final class Query {
  private Query() {}

  /// The decoded parameters.
  ///
  /// @throws Refusal 1100 when a name is there twice or an escape is broken
  static Map<String, String> parse(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw Refusal.malformed("the query has a part without name and value");
      }
      String name = decode(pair.substring(0, equals));
      if (parameters.put(name, decode(pair.substring(equals + 1))) != null) {
        throw Refusal.malformed("parameter [" + name + "] is there twice");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%' -> {
          bytes.write(escaped(text, i));
          i += 2;
        }
        case '+' -> bytes.write(' ');
        default -> bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int escaped(String text, int at) {
    try {
      return Integer.parseUnsignedInt(text, at + 1, at + 3, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw Refusal.malformed("the query has a broken percent escape");
    }
  }
}
