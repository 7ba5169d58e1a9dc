package io.ebb.script;

/// A script that is run again does not take the way it took the first time. Nothing in the script
/// can catch it.
public final class DifferentCallException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String run;
  private final int number;
  private final String recorded;
  private final String made;

  /// @param run the run's id
  /// @param number the call's number in the run, from 1
  /// @param recorded the call that was made there the first time
  /// @param made the call that is made there now
  DifferentCallException(String run, int number, String recorded, String made) {
    super(
        """
        call %d of run %s is not the one that was made there the first time:
          recorded  %s
          now       %s\
        """
            .formatted(number, run, recorded, made));
    this.run = run;
    this.number = number;
    this.recorded = recorded;
    this.made = made;
  }

  /// The call's number in the run, from 1.
  public int number() {
    return number;
  }

  /// The call that was made there the first time.
  public String recorded() {
    return recorded;
  }

  /// The call that is made there now.
  public String made() {
    return made;
  }

  /// What to do.
  public String hint() {
    return "what the script does hangs on something that differs each time, so this run cannot go"
        + " on; nothing was changed by trying. ebb undo "
        + run
        + " puts back every node that is not past the point of no return";
  }
}
