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

  /// What is told of a run without its events does not follow from them.
  static TamperedException head(String run) {
    return new TamperedException("run %s is not as its events tell".formatted(run) + ADVICE);
  }

  /// There are but the events of a run.
  static TamperedException run(String run) {
    return new TamperedException("run %s is missing, but for its events".formatted(run) + ADVICE);
  }

  /// The run that had begun before this one is not there.
  static TamperedException before(String run) {
    return new TamperedException(
        "the run that had begun before run %s is missing, or begins otherwise".formatted(run)
            + ADVICE);
  }

  private static final String ADVICE =
      ": somebody has changed the journal by hand, so nobody can tell what the run has done. Look at"
          + " its nodes yourself; the run cannot be resumed or undone";
}
