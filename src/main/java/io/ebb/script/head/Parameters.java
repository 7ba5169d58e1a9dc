package io.ebb.script.head;

import io.ebb.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Checks what was given against what the head declares.
public final class Parameters {
  private Parameters() {}

  /// The values by name in camelCase, defaults filled in, in the head's order. What was not given
  /// and need not be is left out; scripts read it as nothing.
  ///
  /// @param declared the parameters of the head
  /// @param given the values by option name without dashes, as typed
  /// @throws HeadException with everything that is wrong at once: missing, unknown, ill-typed
  public static SequencedMap<String, Object> bind(
      List<Parameter> declared, Map<String, String> given) {
    List<String> violations = new ArrayList<>();
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : declared) {
      String value = given.getOrDefault(parameter.name(), parameter.fallback());
      if (value != null) {
        List<String> found = parameter.violations(value);
        violations.addAll(found);
        if (found.isEmpty()) {
          values.put(parameter.key(), parameter.type().read(value));
        }
      } else if (parameter.required()) {
        violations.add("--" + parameter.name() + " is missing" + about(parameter));
      }
    }
    violations.addAll(unknown(declared, given));
    if (!violations.isEmpty()) {
      throw new HeadException(violations);
    }
    return values;
  }

  private static String about(Parameter parameter) {
    return parameter.help().isEmpty() ? "" : ": " + parameter.help();
  }

  private static List<String> unknown(List<Parameter> declared, Map<String, String> given) {
    List<String> names = declared.stream().map(Parameter::name).toList();
    return given.keySet().stream()
        .filter(name -> !names.contains(name))
        .map(name -> "there is no parameter --" + name + "; " + Suggestion.of(name, names))
        .toList();
  }
}
