package io.ebb.run;

/// The right to carry out a run, as long as nobody has taken the run over since.
///
/// @param run the run's id
/// @param epoch how often the run was taken, from 1
public record Lease(String run, long epoch) {}
