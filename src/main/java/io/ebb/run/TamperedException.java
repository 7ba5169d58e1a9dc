package io.ebb.run;

/// The events of a run are not those that were written: somebody has changed the journal by hand.
public final class TamperedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private TamperedException(String message) {
    super(message);
  }

  static TamperedException changed(String run, long n) {
    return new TamperedException(
        "event %d of run %s is not what was written".formatted(n, run) + ADVICE);
  }

  static TamperedException missing(String run, long n) {
    return new TamperedException("event %d of run %s is missing".formatted(n, run) + ADVICE);
  }

  private static final String ADVICE =
      ": somebody has changed the journal by hand, so nobody can tell what the run has done. Look at"
          + " its nodes yourself; the run cannot be resumed or undone";
}
