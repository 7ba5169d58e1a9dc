package io.ebb.settings;

import java.util.List;

/// The settings cannot be used. The message lists every problem found and says what to do; it never
/// holds a secret, nor any text of a file that might hold one.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private SettingsException(String message) {
    super(message);
  }

  static SettingsException of(String problem) {
    return new SettingsException(problem);
  }

  static SettingsException of(String heading, List<String> problems) {
    return new SettingsException(heading + ":\n  " + String.join("\n  ", problems));
  }
}
