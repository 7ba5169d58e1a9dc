package io.ebb.report;

import java.time.Instant;

/// What somebody, or an option, has decided.
///
/// @param run the id of the run
/// @param at when it was answered
/// @param question what was asked
/// @param answer what was answered
/// @param by who or what has answered; empty when that is not known
public record Decision(String run, Instant at, String question, String answer, String by) {}
