package io.ebb.api;

import java.util.List;

/// A request that can say what it is about, for errors.
interface About {

  /// The cluster, queue and nodes it names.
  Subject subject();

  /// The passwords it holds, which no error may show.
  default List<Password> secrets() {
    return List.of();
  }
}
