package io.ebb.run;

/// Hears what happens in a run, in order, on the run's own thread: it must return soon.
@FunctionalInterface
public interface RunListener {

  /// Takes note of `event`.
  void on(RunEvent event);

  /// Hears nothing.
  static RunListener none() {
    return _ -> {};
  }
}
