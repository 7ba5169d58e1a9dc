package io.ebb.plan;

import java.time.Instant;

/// What carrying out a plan will probably take.
///
/// @param calls how many API calls when no job has to be waited for and nothing goes wrong; a batch
///   that waits for jobs adds one call per look
/// @param earliest the end when no job has to be waited for
/// @param latest the end when each batch waits for jobs as long as it may
public record Forecast(int calls, Instant earliest, Instant latest) {}
