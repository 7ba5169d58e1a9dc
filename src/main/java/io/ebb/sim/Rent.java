package io.ebb.sim;

import java.time.Instant;

/// What an account pays for a queue of a shared cluster.
///
/// @param shared whether the queue belongs to everybody; then it costs nothing
/// @param typeId the kind of queue, `hpcqt-…`
/// @param paidType `PayForUsed` or `Reserved`
/// @param months how long it is reserved; 0 for none
/// @param renews whether the contract renews itself
/// @param since when it began
record Rent(
    boolean shared, String typeId, String paidType, int months, boolean renews, Instant since) {
  private static final int SHARED_MACHINES = 5;
  private static final int PRIVATE_MACHINES = 2;

  /// Cores and memory of one machine, in GiB, as the documentation shows.
  static final int CORES = 76;

  static final int GIB = 181;

  static Rent none(String typeId, Instant since) {
    return new Rent(true, typeId, "PayForUsed", 0, false, since);
  }

  int machines() {
    return shared ? SHARED_MACHINES : PRIVATE_MACHINES;
  }
}
