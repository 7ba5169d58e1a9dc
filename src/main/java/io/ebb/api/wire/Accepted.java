package io.ebb.api.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The reply to a write that goes on as an operation. Where the id stands differs (Q17).
///
/// @param jobId where the examples have it
/// @param jobIds where the tables have it, as a text or an array
/// @param jobUuid where one endpoint has it
public record Accepted(List<String> jobId, List<String> jobIds, List<String> jobUuid) {

  /// Refuses a reply without an operation id: then it is not known what the service is doing.
  public Accepted {
    if (find(jobId, jobIds, jobUuid).isEmpty()) {
      throw new IllegalArgumentException("the reply names no operation");
    }
  }

  /// The id of the operation, `j-…`.
  public String operation() {
    return find(jobId, jobIds, jobUuid).orElseThrow();
  }

  private static Optional<String> find(
      List<String> jobId, List<String> jobIds, List<String> jobUuid) {
    return Stream.of(jobId, jobIds, jobUuid.stream().filter(id -> id.startsWith("j-")).toList())
        .flatMap(List::stream)
        .filter(id -> !id.isBlank())
        .findFirst();
  }
}
