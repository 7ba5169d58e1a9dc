package io.ebb.run;

import java.util.Locale;

/// What became of a node in a run (rule 10).
public enum Outcome {
  /// It is gone: seen to be absent from the node list and from every queue.
  RETIRED,
  /// It was begun and is alive: back where it was, or out of its queue where the plan ends there.
  KEPT,
  /// It could not be retired; the reason says on which side it is.
  FAILED,
  /// Nobody can say; a person has to look.
  UNKNOWN,
  /// Nothing was changed about it.
  UNTOUCHED,
  /// Not settled: the run goes on, or can be resumed; the reason says on which side of the point of
  /// no return it is.
  OPEN;

  /// The word tables and JSON use, for example `retired`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
