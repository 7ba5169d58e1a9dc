package io.ebb.script;

import io.ebb.api.Budget;
import java.time.Instant;

/// What a plan is made with beside the snapshot.
///
/// @param at the present
/// @param budget how much of the call quota is used
record Moment(Instant at, Budget budget) {}
