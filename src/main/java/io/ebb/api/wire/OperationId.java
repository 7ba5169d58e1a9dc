package io.ebb.api.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the id of the operation stands in the reply to a write, which differs (Q17).
final class OperationId {
  private OperationId() {}

  /// The first that is one: of `job_uuid` only what begins with `j-`, because that may be a
  /// scheduler job as well.
  static Optional<String> find(List<String> jobId, List<String> jobIds, List<String> jobUuid) {
    return Stream.of(jobId, jobIds, jobUuid.stream().filter(id -> id.startsWith("j-")).toList())
        .flatMap(List::stream)
        .filter(id -> !id.isBlank())
        .findFirst();
  }

  /// [#find], or refuses the reply: then it is not known what the service is doing.
  static String require(List<String> jobId, List<String> jobIds, List<String> jobUuid) {
    return find(jobId, jobIds, jobUuid)
        .orElseThrow(() -> new IllegalArgumentException("the reply names no operation"));
  }
}
