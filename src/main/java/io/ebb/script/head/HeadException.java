package io.ebb.script.head;

import java.util.ArrayList;
import java.util.List;

/// The head of a script is wrong, or what was given does not fit it. Nothing has run.
public final class HeadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> violations;

  /// @param violations everything that is wrong, a sentence each
  public HeadException(List<String> violations) {
    super(violations.size() == 1 ? violations.getFirst() : String.join("\n  ", all(violations)));
    this.violations = List.copyOf(violations);
  }

  private static List<String> all(List<String> violations) {
    List<String> lines = new ArrayList<>(violations);
    lines.addFirst(violations.size() + " things are wrong:");
    return lines;
  }

  /// Everything that is wrong, a sentence each.
  public List<String> violations() {
    return violations;
  }
}
