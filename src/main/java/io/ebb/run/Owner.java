package io.ebb.run;

import java.time.Instant;
import java.util.Objects;

/// A process that carries out runs.
///
/// @param host the machine that it runs on
/// @param pid its id there
/// @param startedAt when it was started: a later process may be given the same id
/// @param user on whose behalf, by their name on the machine; empty when an older version of Ebb
///   has written it
public record Owner(String host, long pid, Instant startedAt, String user) {

  /// Nobody is known of older processes.
  public Owner {
    user = Objects.requireNonNullElse(user, "");
  }

  /// It in a few words, for example `process 4242 on login1`.
  public String words() {
    return "process %d on %s".formatted(pid, host);
  }
}
