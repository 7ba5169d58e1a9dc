package io.ebb.script;

/// The script was told to stop, and has stopped. A script that catches it is stopped from outside,
/// in its own code, and its run ends with this exception all the same.
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The script was told to stop.
  public CancelledException() {
    this("the script was interrupted");
  }

  /// @param why what has stopped it
  CancelledException(String why) {
    super(why);
  }
}
