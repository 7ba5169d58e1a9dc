package io.ebb.script.catalogue;

import java.lang.reflect.Method;
import java.util.List;

/// One word or fact of a kind.
///
/// @param kind the kind it belongs to
/// @param name its name in camelCase
/// @param fact whether it is read as a property
/// @param doc what it is for
/// @param javascript a line that uses it; empty for a fact
/// @param python the same line in Python; empty for a fact
/// @param effect what it does to the world
/// @param inputs its parameters in order, positional ones first
/// @param gives what it gives
/// @param method what it calls
public record Saying(
    String kind,
    String name,
    boolean fact,
    String doc,
    String javascript,
    String python,
    Effect effect,
    List<Input> inputs,
    Shape gives,
    Method method) {

  /// The kind of what every script can say without an object.
  public static final String ROOTS = "roots";

  /// Copies the list.
  public Saying {
    inputs = List.copyOf(inputs);
  }

  /// The name by which a script asks for it at the door: `cluster.retire`.
  public String key() {
    return kind + "." + name;
  }

  /// How messages name it: what every script can say has no object before it.
  public String said() {
    return kind.equals(ROOTS) ? name : key();
  }

  /// The parameters that are given by position.
  public List<Input> positional() {
    return inputs.stream().filter(input -> !input.option()).toList();
  }

  /// The parameters that are given by name.
  public List<Input> options() {
    return inputs.stream().filter(Input::option).toList();
  }
}
