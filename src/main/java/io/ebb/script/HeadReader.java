package io.ebb.script;

import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the head of one script and collects everything that is wrong with it.
final class HeadReader {
  private static final List<String> KEYS =
      List.of("title", "description", "params", "limits", "on-deadline");
  private static final List<String> PARAMETER_KEYS =
      List.of("type", "required", "default", "min", "max", "choices", "pattern", "help");
  private static final List<String> LIMIT_KEYS =
      List.of("keep-per-role", "keep-per-queue", "nodes-per-run", "percent-per-run", "protected");

  private final String file;
  private final Language language;
  private final List<String> wrong = new ArrayList<>();

  HeadReader(String file, Language language) {
    this.file = file;
    this.language = language;
  }

  Head read(String text) {
    String yaml = cut(text);
    Head head = yaml == null ? Head.NONE : parse(yaml);
    if (!wrong.isEmpty()) {
      throw new HeadException(wrong);
    }
    return head;
  }

  /// The YAML between the markers, on the lines where it stands in the file, so that the parser's
  /// line numbers are the file's; null when the script has no head.
  private @Nullable String cut(String text) {
    String marker = language.comment() + " ---";
    StringBuilder yaml = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (line.stripTrailing().equals(marker)) {
        if (inside) {
          return yaml.toString();
        }
        inside = true;
        yaml.append('\n');
      } else if (!inside && (line.isBlank() || line.startsWith("#!"))) {
        yaml.append('\n');
      } else if (inside && line.startsWith(language.comment())) {
        yaml.append(line.substring(language.comment().length()).replaceFirst("^ ", ""))
            .append('\n');
      } else {
        break;
      }
    }
    if (inside) {
      wrong.add(file + ": the head is not closed: its last line must be " + marker);
    }
    return null;
  }

  private Head parse(String yaml) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(yaml);
    } catch (JacksonException e) {
      wrong.add(
          file
              + (e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr())
              + ": the head is not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
      return Head.NONE;
    }
    if (!root.isObject()) {
      wrong.add(file + ": the head must be a list of keys and values");
      return Head.NONE;
    }
    known("the head", root, KEYS);
    List<Parameter> parameters = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : root.path("params").properties()) {
      parameters.add(parameter(each.getKey(), each.getValue()));
    }
    return new Head(
        text(root, "title"),
        text(root, "description"),
        parameters,
        limits(root.path("limits")),
        onDeadline(root.path("on-deadline")));
  }

  private Parameter parameter(String name, JsonNode node) {
    String where = "parameter " + name;
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      wrong.add(file + ": " + where + ": names are lower-case words joined by dashes");
    }
    known(where, node, PARAMETER_KEYS);
    ParameterType type = type(where, node);
    String fallback = optional(node, "default");
    Parameter parameter =
        new Parameter(
            name,
            type,
            fallback == null && node.path("required").asBoolean(true),
            fallback,
            optional(node, "min"),
            optional(node, "max"),
            node.path("choices").valueStream().map(JsonNode::asString).toList(),
            pattern(where, optional(node, "pattern")),
            text(node, "help"));
    if (fallback != null && type != ParameterType.SECRET) {
      parameter
          .violations(fallback)
          .forEach(v -> wrong.add(file + ": " + where + ": its own default is wrong: " + v));
    }
    return parameter;
  }

  private ParameterType type(String where, JsonNode node) {
    String word = node.path("type").asString("string");
    return ParameterType.named(word)
        .orElseGet(() -> {
          List<String> all =
              Arrays.stream(ParameterType.values()).map(ParameterType::label).toList();
          wrong.add(
              file
                  + ": "
                  + where
                  + ": there is no type "
                  + word
                  + "; there are "
                  + String.join(", ", all));
          return ParameterType.STRING;
        });
  }

  private @Nullable Pattern pattern(String where, @Nullable String text) {
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      wrong.add(file + ": " + where + ": the pattern is malformed: " + e.getDescription());
      return null;
    }
  }

  private Limits limits(JsonNode node) {
    known("limits", node, LIMIT_KEYS);
    Limits none = Limits.defaults();
    Set<String> guarded = new TreeSet<>();
    node.path("protected").valueStream().map(JsonNode::asString).forEach(guarded::add);
    try {
      return new Limits(
          node.path("keep-per-role").asInt(none.keepPerRole()),
          node.path("keep-per-queue").asInt(none.keepPerQueue()),
          node.path("nodes-per-run").asInt(none.maxNodes()),
          node.path("percent-per-run").asInt(none.maxPercent()),
          guarded);
    } catch (IllegalArgumentException e) {
      wrong.add(file + ": limits: " + e.getMessage());
      return none;
    }
  }

  private @Nullable OnDeadline onDeadline(JsonNode node) {
    try {
      return node.isMissingNode() ? null : OnDeadline.named(node.asString());
    } catch (IllegalArgumentException e) {
      wrong.add(file + ": on-deadline: " + e.getMessage());
      return null;
    }
  }

  private void known(String where, JsonNode node, Collection<String> keys) {
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        wrong.add(
            file + ": " + where + ": there is no key " + key + "; " + Suggestion.of(key, keys));
      }
    }
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("").strip();
  }

  private static @Nullable String optional(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }
}
