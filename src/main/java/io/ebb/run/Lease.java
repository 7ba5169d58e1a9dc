package io.ebb.run;

import org.jspecify.annotations.Nullable;

/// The right to carry out a run, as long as nobody has taken the run over since.
///
/// @param run the run's id
/// @param epoch how often the run was taken, from 1
/// @param before whose it was before; null when the run has just begun
public record Lease(String run, long epoch, @Nullable Owner before) {}
