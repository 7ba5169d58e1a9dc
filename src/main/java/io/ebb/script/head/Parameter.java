package io.ebb.script.head;

import io.ebb.script.catalogue.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A parameter that the head of a script declares.
///
/// @param name its name as an option, without dashes in front: `min-age`
/// @param type what it may hold
/// @param required whether it must be given; one with a default need not be
/// @param fallback the value when it is not given; null when there is none
/// @param min the least value, in the type's own notation; null when there is none
/// @param max the greatest value, in the type's own notation; null when there is none
/// @param choices the only values allowed; empty when any is
/// @param pattern what the whole value must match; null when anything goes
/// @param help one sentence; empty when there is none
public record Parameter(
    String name,
    ParameterType type,
    boolean required,
    @Nullable String fallback,
    @Nullable String min,
    @Nullable String max,
    List<String> choices,
    @Nullable Pattern pattern,
    String help) {

  /// Copies the list.
  public Parameter {
    choices = List.copyOf(choices);
  }

  /// The name by which scripts read it, in camelCase; each language spells it its own way.
  public String key() {
    return Names.camel(name);
  }

  /// All that is wrong with the value, a sentence each. Of a secret the text in its file is
  /// checked, and never told.
  List<String> violations(String value) {
    List<String> found = new ArrayList<>();
    try {
      Object read = type.read(value);
      if (min != null && type.measure(value) < type.measure(min)) {
        found.add("--" + name + " must be at least " + min + ", not " + value);
      }
      if (max != null && type.measure(value) > type.measure(max)) {
        found.add("--" + name + " must be at most " + max + ", not " + value);
      }
      found.addAll(misfits(type == ParameterType.SECRET ? read.toString() : value));
    } catch (IllegalArgumentException e) {
      found.add("--" + name + ": " + e.getMessage());
      if (type != ParameterType.SECRET) {
        found.addAll(misfits(value));
      }
    }
    return found;
  }

  private List<String> misfits(String text) {
    boolean secret = type == ParameterType.SECRET;
    List<String> found = new ArrayList<>();
    if (!choices.isEmpty() && !choices.contains(text)) {
      String not = secret ? "" : ", not " + text;
      found.add("--" + name + " must be one of " + String.join(", ", choices) + not);
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      String which =
          secret ? ", which the text of the file does not" : ", which " + text + " does not";
      found.add("--" + name + " must match " + pattern + which);
    }
    return found;
  }
}
