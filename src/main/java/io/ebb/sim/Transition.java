package io.ebb.sim;

/// What is being done to a thing of the world right now.
enum Transition {
  NONE(""),
  CREATING("creating"),
  DELETING("deleting"),
  STARTING("starting"),
  STOPPING("stopping"),
  RESTARTING("restarting"),
  JOINING("updating"),
  LEAVING("updating"),
  UPDATING("updating");

  private final String wire;

  Transition(String wire) {
    this.wire = wire;
  }

  /// The value of `transition_status`. Joining and leaving a queue look the same from outside.
  String wire() {
    return wire;
  }
}
