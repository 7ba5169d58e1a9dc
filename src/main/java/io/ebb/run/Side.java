package io.ebb.run;

/// How far a node of a run is that is not settled yet.
public enum Side {
  /// Where it was: nothing was changed about it.
  IN,
  /// Out of its queue, by our own operation.
  LEFT,
  /// Past the point of no return: its deletion was accepted, or may have been.
  DOOMED
}
