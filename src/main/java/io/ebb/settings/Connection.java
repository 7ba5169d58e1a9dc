package io.ebb.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What it takes to call the EHPC API.
///
/// @param endpoint scheme, host and port; no path
/// @param zone the zone id
/// @param accessKeyId the public half of the API key
/// @param secretAccessKey the secret half
/// @param owner the owner that the cluster list asks for; null when not set
public record Connection(
    URI endpoint,
    String zone,
    String accessKeyId,
    Secret secretAccessKey,
    @Nullable String owner) {}
