package io.ebb.script.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads the parameters that the head of a script declares, and checks what it says of each against
/// the type, so that a fault of the head is never laid on who gives a value.
final class ParameterReader {
  private static final List<String> KEYS =
      List.of("type", "required", "default", "min", "max", "choices", "pattern", "help");

  private ParameterReader() {}

  static List<Parameter> read(Section parameters) {
    List<Parameter> found = new ArrayList<>();
    for (String name : parameters.keys()) {
      found.add(parameter(name, parameters.section(name).only(KEYS)));
    }
    return found;
  }

  private static Parameter parameter(String name, Section section) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      section.complain("names are lower-case words joined by dashes");
    }
    String fallback = section.text("default");
    Parameter parameter =
        new Parameter(
            name,
            type(section),
            section.flag("required", true) && fallback == null,
            fallback,
            section.text("min"),
            section.text("max"),
            section.texts("choices"),
            pattern(section),
            section.textOrEmpty("help"));
    check(parameter, section);
    return parameter;
  }

  private static ParameterType type(Section section) {
    String word = section.text("type");
    if (word == null) {
      return ParameterType.STRING;
    }
    return ParameterType.named(word)
        .orElseGet(() -> {
          List<String> all =
              Arrays.stream(ParameterType.values()).map(ParameterType::label).toList();
          section.complain("there is no type " + word + "; there are " + String.join(", ", all));
          return ParameterType.STRING;
        });
  }

  private static @Nullable Pattern pattern(Section section) {
    String text = section.text("pattern");
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      section.complain("the pattern is malformed: " + e.getDescription());
      return null;
    }
  }

  private static void check(Parameter parameter, Section section) {
    boolean bounded = measured(parameter, "min", parameter.min(), section);
    bounded &= measured(parameter, "max", parameter.max(), section);
    if (!bounded || parameter.type() == ParameterType.SECRET) {
      return; // a secret is read from its file when the script runs
    }
    for (String choice : parameter.choices()) {
      parameter.violations(choice).forEach(v -> section.complain("its own choice is wrong: " + v));
    }
    if (parameter.fallback() != null) {
      parameter
          .violations(parameter.fallback())
          .forEach(v -> section.complain("its own default is wrong: " + v));
    }
  }

  private static boolean measured(
      Parameter parameter, String key, @Nullable String bound, Section section) {
    try {
      return bound == null || Double.isFinite(parameter.type().measure(bound));
    } catch (IllegalArgumentException e) {
      section.complain(key, e);
      return false;
    }
  }
}
