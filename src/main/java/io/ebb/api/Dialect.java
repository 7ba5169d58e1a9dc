package io.ebb.api;

import org.jspecify.annotations.Nullable;

/// Which of the documentation's spellings to send where it has two and only the service knows.
///
/// @param deleteKey under which name the deletion of nodes is sent first (Q15)
/// @param zoneId what the list of shared queues is sent as `zone_id` besides `zone`; null leaves it
///   out (Q8)
public record Dialect(DeleteKey deleteKey, @Nullable String zoneId) {

  /// The name of the list of nodes to delete.
  public enum DeleteKey {
    /// As in the documentation's example.
    NODE_IDS,
    /// As in the documentation's table.
    NODE_LIST
  }

  /// `node_ids`, and no `zone_id`.
  public static Dialect standard() {
    return new Dialect(DeleteKey.NODE_IDS, null);
  }
}
