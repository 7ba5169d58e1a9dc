package io.ebb.sim;

import java.util.ArrayList;
import java.util.List;

/// The faults that are injected, and how often each could have hit. Safe for use by many threads.
final class Faults {

  private static final class Armed {
    private final Fault fault;
    private int seen;

    Armed(Fault fault) {
      this.fault = fault;
    }

    boolean strikes(String path) {
      if (!fault.hits(path)) {
        return false;
      }
      seen++;
      return fault.nth() == 0 || fault.nth() == seen;
    }
  }

  private final List<Armed> armed = new ArrayList<>();

  synchronized void inject(Fault fault) {
    armed.add(new Armed(fault));
  }

  /// What goes wrong with this call, in the order injected.
  synchronized List<FaultKind> strike(String path) {
    return armed.stream()
        .filter(candidate -> candidate.strikes(path))
        .map(candidate -> candidate.fault.kind())
        .toList();
  }
}
