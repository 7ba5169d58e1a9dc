package io.ebb.sim;

import java.io.Serial;

/// A scenario that cannot be played: the message names the file, the key and what is wrong.
public final class ScenarioException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ScenarioException(String message) {
    super(message);
  }

  ScenarioException(String message, Throwable cause) {
    super(message, cause);
  }
}
