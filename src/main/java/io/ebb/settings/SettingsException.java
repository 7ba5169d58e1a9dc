package io.ebb.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The settings cannot be used. The message lists every problem found and says what to do; it never
/// holds a secret, nor any text of a file that might hold one.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private SettingsException(String message) {
    super(message);
  }

  static SettingsException of(String heading, List<Problem> problems) {
    return new SettingsException(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  ", heading + ":\n  ", "")));
  }
}
