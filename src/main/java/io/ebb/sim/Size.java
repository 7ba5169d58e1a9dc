package io.ebb.sim;

import java.util.Set;

/// A size of nodes that can be ordered.
///
/// @param memory in MiB
record Size(int cpu, int memory) {
  private static final Set<String> CORES = Set.of("1", "2", "4", "8", "12", "26");
  private static final Set<String> MIB = Set.of("2048", "4096", "12288", "24576", "40960", "81920");

  /// @throws Refusal 1100 when it cannot be ordered
  static Size read(Params params) {
    return new Size(
        Integer.parseInt(params.oneOf("cpu", CORES)),
        Integer.parseInt(params.oneOf("memory", MIB)));
  }

  /// @throws Refusal 1100 when compute nodes cannot be so small
  void requireComputing() {
    if (cpu < 2 || memory < 4096) {
      throw Refusal.malformed("compute nodes need at least 2 cores and 4096 MiB");
    }
  }
}
