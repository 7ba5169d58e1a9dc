package io.ebb.run;

import java.time.Instant;

/// A process that carries out runs.
///
/// @param host the machine that it runs on
/// @param pid its id there
/// @param startedAt when it was started: a later process may be given the same id
public record Owner(String host, long pid, Instant startedAt) {

  /// It in a few words, for example `process 4242 on login1`.
  public String words() {
    return "process %d on %s".formatted(pid, host);
  }
}
