package io.ebb.sim;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/// The faults that are injected, and how many calls each has seen. Safe for use by many threads.
///
/// Each has a source of chance of its own, made of the seed and its place: one more fault does not
/// change what the others hit.
final class ArmedFaults {
  private static final class Armed {
    private final Fault fault;
    private final SplittableRandom random;
    private int seen;

    Armed(Fault fault, long seed) {
      this.fault = fault;
      this.random = new SplittableRandom(seed);
    }

    synchronized boolean strikes() {
      seen++;
      return fault.calls().hits(seen, random);
    }
  }

  private final long seed;
  private final List<Armed> armed = new CopyOnWriteArrayList<>();

  ArmedFaults(FaultPlan plan) {
    this.seed = plan.seed();
    plan.rules().forEach(this::inject);
  }

  synchronized void inject(Fault fault) {
    armed.add(new Armed(fault, seed + armed.size()));
  }

  /// What goes wrong with this call, in the order injected.
  List<FaultKind> strike(RawRequest request) {
    return armed.isEmpty()
        ? List.of()
        : armed.stream()
            .filter(candidate -> candidate.fault.concerns(request))
            .filter(Armed::strikes)
            .map(candidate -> candidate.fault.kind())
            .toList();
  }
}
