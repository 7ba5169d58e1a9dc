package io.ebb.report;

import java.time.Instant;

/// Something that went wrong.
///
/// @param run the id of the run
/// @param at when
/// @param where what it happened to: a node, a call, a step, the run as a whole
/// @param what what happened
/// @param hint what to do about it; empty when what happened says all
public record Problem(String run, Instant at, String where, String what, String hint) {
  /// Where it happened when it happened to the run as a whole.
  public static final String RUN = "the run";
}
