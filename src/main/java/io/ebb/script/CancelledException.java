package io.ebb.script;

/// The script was told to stop, and has stopped. It cannot be caught by the script.
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The script was told to stop.
  public CancelledException() {
    super("the script was interrupted");
  }
}
