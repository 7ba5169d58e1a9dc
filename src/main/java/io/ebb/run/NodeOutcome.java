package io.ebb.run;

/// What became of one node, and why.
///
/// @param id the node id
/// @param host the host name in the plan
/// @param outcome what became of it
/// @param reason why, in a sentence without a full stop
public record NodeOutcome(String id, String host, Outcome outcome, String reason) {}
