package io.ebb.script;

/// Something other than its own code ends the script. Whether or not the script catches this, it
/// ends with the cause.
final class HaltedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HaltedException(Throwable cause) {
    super(cause);
  }
}
