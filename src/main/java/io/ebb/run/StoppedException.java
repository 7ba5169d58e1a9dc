package io.ebb.run;

/// Somebody has stopped the work as it stands, or it cannot be written down any more: nothing more
/// is sent, and whoever goes on with its run looks what came of it.
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoppedException(String why) {
    super(why);
  }
}
