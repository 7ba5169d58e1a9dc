package io.ebb.run;

import java.time.Instant;

/// A change that is being sent.
///
/// @param change the change
/// @param number its number in the run, from 1
/// @param time the how manieth sending of it this is, from 1
/// @param begun when it was first sent, or a little earlier
/// @param deadline until when its acceptance is waited for
record Sending(Change change, int number, int time, Instant begun, Instant deadline) {}
