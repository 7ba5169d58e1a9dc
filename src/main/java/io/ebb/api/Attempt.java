package io.ebb.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One sending of a request.
///
/// @param endpoint what is called
/// @param args with what
/// @param at when, by the clock of waits
/// @param signedAt when, by the service's clock as far as known
record Attempt(Endpoint endpoint, List<Object> args, Instant at, Instant signedAt) {

  /// What it is about, for errors; empty when the request cannot say.
  Subject subject() {
    return Subject.among(args);
  }

  /// What was sent, for whoever has to look for it.
  Sent sent(Json json) {
    Map<String, Object> fields = BodyWriter.spelt(json.fields(args.getFirst()), endpoint.renamed());
    return Sent.of(endpoint.httpMethod(), endpoint.path(), signedAt, fields);
  }
}
