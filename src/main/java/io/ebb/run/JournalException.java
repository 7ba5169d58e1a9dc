package io.ebb.run;

import org.jspecify.annotations.Nullable;

/// The journal cannot be read or written: nothing may be changed, since nobody could tell
/// afterwards.
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened, to what, and what to do
  /// @param cause what it came from; null when that may not be shown
  JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
