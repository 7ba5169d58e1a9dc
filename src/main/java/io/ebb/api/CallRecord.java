package io.ebb.api;

import java.time.Duration;
import java.time.Instant;

/// One attempt of a call, as told to a [CallListener]. Holds no secret and no URL.
///
/// @param at when the attempt began
/// @param method `GET` or `POST`
/// @param path the path below `/api`, for example `/cluster/listNodes`
/// @param about what it was about, in ids only: `cluster ehpc-1, nodes 3, 4`; empty when it named
///   nothing
/// @param attempt 1 for the first attempt of a call
/// @param took until the reply was read, or until it was given up
/// @param code the service's `ret_code`; 0 when it was well or when there was no readable reply
/// @param failure why there was no readable reply; empty when there was one
public record CallRecord(
    Instant at,
    String method,
    String path,
    String about,
    int attempt,
    Duration took,
    int code,
    String failure) {}
