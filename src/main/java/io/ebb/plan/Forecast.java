package io.ebb.plan;

import java.time.Instant;

/// What carrying out a plan will probably take.
///
/// @param calls how many API calls when no job has to be waited for and nothing goes wrong; a batch
///   that waits for jobs adds one call per look, and a plan that is carried out in the moment it
///   was made saves the first look: 3 calls while each list is one page
/// @param earliest the end when no job has to be waited for
/// @param latest the end when each batch waits for jobs as long as it may
public record Forecast(int calls, Instant earliest, Instant latest) {}
