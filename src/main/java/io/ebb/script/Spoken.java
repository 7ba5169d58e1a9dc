package io.ebb.script;

import java.util.Map;

/// A statement that succeeded.
///
/// @param statement what was said; of a loaded script all its text, under its file's name
/// @param silent whether it gave nothing worth showing: what `_` is then stays as it was
/// @param parameters what a loaded script was given, by name in camelCase; empty for what was typed
public record Spoken(Statement statement, boolean silent, Map<String, Object> parameters) {
  /// Copies the parameters.
  public Spoken {
    parameters = Map.copyOf(parameters);
  }

  /// What was typed.
  public static Spoken typed(Statement statement, boolean silent) {
    return new Spoken(statement, silent, Map.of());
  }
}
