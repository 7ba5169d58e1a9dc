package io.ebb.plan;

import org.jspecify.annotations.Nullable;

/// A saved plan could not be read or written: its message says which one, why, and what to do.
/// Nothing was done with it.
public final class PlanFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlanFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  PlanFileException(String message) {
    this(message, null);
  }
}
