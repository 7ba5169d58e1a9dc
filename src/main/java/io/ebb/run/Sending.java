package io.ebb.run;

import java.time.Instant;

/// A change as it is sent once.
///
/// @param change the change
/// @param number its number in the run, from 1
/// @param begun when it was first sent, or a little earlier
record Sending(Change change, int number, Instant begun) {}
