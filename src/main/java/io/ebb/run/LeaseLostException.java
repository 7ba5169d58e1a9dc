package io.ebb.run;

/// Somebody else has taken over the run: whoever carries it out has to stop before the next change.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private LeaseLostException(String message) {
    super(message);
  }

  static LeaseLostException takenOver(RunRow run) {
    return new LeaseLostException(
        "run %s was taken over by %s: this process changes nothing more; see ebb show %s"
            .formatted(run.id(), run.owner().words(), run.id()));
  }

  static LeaseLostException givenBack(RunRow run) {
    return new LeaseLostException(
        "run %s has stopped or ended here: nothing is written to it unless it is taken again"
            .formatted(run.id()));
  }
}
