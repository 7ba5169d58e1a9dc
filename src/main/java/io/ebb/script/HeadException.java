package io.ebb.script;

import java.util.List;

/// The head of a script is wrong, or what was given does not fit it. Nothing has run.
public final class HeadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> violations;

  HeadException(List<String> violations) {
    super(String.join("\n", violations));
    this.violations = List.copyOf(violations);
  }

  /// Everything that is wrong, a sentence each.
  public List<String> violations() {
    return violations;
  }
}
