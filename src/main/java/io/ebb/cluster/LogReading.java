package io.ebb.cluster;

import java.time.Instant;
import java.util.List;

/// What one reading of the operation log of a cluster gave.
///
/// @param operations what was read, newest first
/// @param reach every operation created later than this is among them, by the service's clock;
///   [Instant#MIN] when the whole log was read
public record LogReading(List<Operation> operations, Instant reach) {

  /// Copies the list.
  public LogReading {
    operations = List.copyOf(operations);
  }
}
