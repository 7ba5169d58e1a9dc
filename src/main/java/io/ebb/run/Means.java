package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import java.util.function.LongSupplier;

/// What every run of a runner works with.
///
/// @param ehpc what is read and changed
/// @param time the clock that is read and waited by
/// @param watcher the one who waits for operations
/// @param journal what is written to before and after each change; it knows which run holds which
///   nodes
/// @param ticks the machine's monotonic clock, in nanoseconds: it shows that the process was paused
record Means(Ehpc ehpc, Time time, Watcher watcher, Journal journal, LongSupplier ticks) {}
