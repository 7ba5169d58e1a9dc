package io.ebb.script;

import io.ebb.text.Suggestion;
import java.util.List;

/// Nothing is shared under the name that was asked for.
final class NotSharedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotSharedException(String name, List<String> known) {
    super(
        "nothing is shared as %s; %s"
            .formatted(
                name, known.isEmpty() ? "nothing is shared yet" : Suggestion.of(name, known)));
  }
}
