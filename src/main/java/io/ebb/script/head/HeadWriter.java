package io.ebb.script.head;

import io.ebb.plan.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes a head as people do: a line for each parameter, quotes where they are needed.
final class HeadWriter {
  /// What YAML takes for the text that it is, wherever it stands.
  private static final Pattern BARE =
      Pattern.compile(
          "(?!(true|false|null|yes|no|on|off|y|n)$)[A-Za-z][a-z]*([ _-]?[A-Za-z0-9]+)*"
              + "|[1-9]\\d{0,8}[smhd]?|0",
          Pattern.CASE_INSENSITIVE);

  private static final JsonMapper JSON = new JsonMapper();

  private HeadWriter() {}

  static String yaml(Head head) {
    StringBuilder yaml = new StringBuilder();
    line(yaml, "title", head.title());
    line(yaml, "description", head.description());
    if (!head.parameters().isEmpty()) {
      yaml.append("params:\n");
      head.parameters()
          .forEach(each ->
              yaml.append("  ").append(each.name()).append(": ").append(flow(each)).append('\n'));
    }
    List<String> limits = limits(head.limits());
    if (!limits.isEmpty()) {
      yaml.append("limits: ").append(braces(limits)).append('\n');
    }
    line(yaml, "on-deadline", head.onDeadline() == null ? "" : head.onDeadline().label());
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    if (!value.isEmpty()) {
      yaml.append(key).append(": ").append(scalar(value)).append('\n');
    }
  }

  private static String flow(Parameter parameter) {
    List<String> parts = new ArrayList<>();
    parts.add("type: " + parameter.type().label());
    if (!parameter.required() && parameter.fallback() == null) {
      parts.add("required: false");
    }
    part(parts, "default", parameter.fallback());
    part(parts, "min", parameter.min());
    part(parts, "max", parameter.max());
    if (!parameter.choices().isEmpty()) {
      parts.add(
          parameter.choices().stream()
              .map(HeadWriter::scalar)
              .collect(Collectors.joining(", ", "choices: [", "]")));
    }
    part(parts, "pattern", parameter.pattern() == null ? null : parameter.pattern().pattern());
    if (!parameter.help().isEmpty()) {
      parts.add("help: " + quoted(parameter.help()));
    }
    return braces(parts);
  }

  private static void part(List<String> parts, String key, @Nullable String value) {
    if (value != null) {
      parts.add(key + ": " + scalar(value));
    }
  }

  private static List<String> limits(Limits limits) {
    Limits none = Limits.defaults();
    List<String> parts = new ArrayList<>();
    whole(parts, "keep-per-role", limits.keepPerRole(), none.keepPerRole());
    whole(parts, "keep-per-queue", limits.keepPerQueue(), none.keepPerQueue());
    whole(parts, "nodes-per-run", limits.maxNodes(), none.maxNodes());
    whole(parts, "percent-per-run", limits.maxPercent(), none.maxPercent());
    if (!limits.protectedNodes().isEmpty()) {
      parts.add(
          limits.protectedNodes().stream()
              .map(HeadWriter::scalar)
              .collect(Collectors.joining(", ", "protected: [", "]")));
    }
    return parts;
  }

  private static void whole(List<String> parts, String key, int value, int none) {
    if (value != none) {
      parts.add(key + ": " + value);
    }
  }

  private static String braces(List<String> parts) {
    return "{" + String.join(", ", parts) + "}";
  }

  private static String scalar(String value) {
    return BARE.matcher(value).matches() ? value : quoted(value);
  }

  /// A text of JSON is one of YAML.
  private static String quoted(String value) {
    return JSON.writeValueAsString(value);
  }
}
