package io.ebb.sim;

/// Something of the world that can be in transition: then it refuses every change.
abstract sealed class Thing permits SimCluster, SimQueue, SimNode, SimUser {
  private Transition transition = Transition.NONE;

  abstract String id();

  Transition transition() {
    return transition;
  }

  boolean idle() {
    return transition == Transition.NONE;
  }

  /// @throws Refusal 1400 when it is in transition
  void requireIdle() {
    if (!idle()) {
      throw Refusal.busy(id());
    }
  }

  void begin(Transition next) {
    transition = next;
  }

  void settle() {
    transition = Transition.NONE;
  }
}
