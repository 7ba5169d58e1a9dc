package io.ebb.bench;

/// Whether a figure is what it was to be.
final class Aim {
  private Aim() {}

  static String verdict(boolean held) {
    return held ? "held" : "MISSED";
  }
}
