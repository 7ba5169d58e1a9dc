package io.ebb.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a failed attempt means.
///
/// @param failure what to throw when there is no other attempt
/// @param pace when there may be another, if the call is a read
/// @param notBefore the earliest moment for it that is known; null when none is
/// @param why why to wait for it, in words that follow "waiting, because"
record Diagnosis(EhpcException failure, Pace pace, @Nullable Instant notBefore, String why) {}
