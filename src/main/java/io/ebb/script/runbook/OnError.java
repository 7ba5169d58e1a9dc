package io.ebb.script.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What happens when a block fails.
public enum OnError {
  /// The runbook stops, and can be resumed.
  STOP,
  /// Somebody is asked whether it goes on with the next block.
  ASK,
  /// It goes on with the next block.
  CONTINUE;

  /// Its word in a fence, for example `stop`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of this [#label], if there is one.
  public static Optional<OnError> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
