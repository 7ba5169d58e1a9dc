/// The figures of Ebb, measured against the simulated service in one run, beside clients that are
/// written by hand. Started by `src/bench/calls`; no part of the product, of the build or of its
/// tests. Start at [Figures][io.ebb.bench.Figures].
///
/// The yardsticks, [PlainClient][io.ebb.bench.PlainClient] and
/// [CarefulClient][io.ebb.bench.CarefulClient] over [Bare][io.ebb.bench.Bare], use the JDK and
/// Jackson and nothing of Ebb.
package io.ebb.bench;
