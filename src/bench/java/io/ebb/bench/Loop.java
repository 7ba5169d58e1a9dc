package io.ebb.bench;

/// The queue list of a cluster, read over and over by one thread, in rounds.
@FunctionalInterface
interface Loop {
  /// How many rounds each thread makes.
  int ROUNDS = 3;

  /// Makes the rounds, each of so many reads between [Gate#begin] and [Gate#end].
  void run(Gate gate, int reads);

  /// A loop in Java.
  static Loop of(Runnable read) {
    return (gate, reads) -> {
      for (int round = 0; round < ROUNDS; round++) {
        gate.begin();
        for (int i = 0; i < reads; i++) {
          read.run();
        }
        gate.end();
      }
    };
  }
}
