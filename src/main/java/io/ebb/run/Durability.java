package io.ebb.run;

/// What a committed transaction survives.
enum Durability {
  /// The end of the process, but a power cut may take what was committed in the last second.
  CRASH,
  /// A power cut too: a transaction is on the disk before it counts as committed.
  POWER_CUT
}
