package io.ebb.cluster;

import java.io.Serial;
import java.util.List;

/// A name stands for several nodes or queues, so that it is not clear which one is meant. The
/// message lists their ids.
public final class AmbiguousNameException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  AmbiguousNameException(String cluster, String kind, String name, List<String> ids) {
    super(
        "cluster %s has %d %s called %s: %s; use the id of the one that is meant"
            .formatted(cluster, ids.size(), kind, name, String.join(", ", ids)));
  }
}
