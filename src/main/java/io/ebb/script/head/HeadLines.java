package io.ebb.script.head;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// In which line of its file each key of a head stands.
final class HeadLines {
  private final Map<String, Integer> lines = new HashMap<>();

  private HeadLines() {}

  /// @param yaml on the lines where it stands in the file
  static HeadLines of(String yaml) {
    HeadLines found = new HeadLines();
    try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          String path = parser.streamReadContext().pathAsPointer().toString();
          found.lines.putIfAbsent(
              path.substring(1).replace('/', '.'), parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return found;
  }

  /// The line of the key that a violation begins with, behind a colon; empty when it is about none.
  String line(String violation) {
    return lines.keySet().stream()
        .filter(path -> violation.startsWith(path + ":") || violation.startsWith(path + " "))
        .max(Comparator.comparingInt(String::length))
        .flatMap(path -> Optional.ofNullable(lines.get(path)))
        .map(line -> ":" + line)
        .orElse("");
  }
}
