package io.ebb.run;

import org.jspecify.annotations.Nullable;

/// An event is what was written, but this version of Ebb cannot read it.
final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message why, as a sentence about "it"
  UnreadableEventException(String message) {
    this(message, null);
  }

  UnreadableEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
