package io.ebb.run;

/// The journal cannot be read or written: nothing may be changed, since nobody could tell
/// afterwards.
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened, to what, and what to do
  JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
