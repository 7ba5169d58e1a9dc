package io.ebb.api;

/// A request that can say what it is about, for errors.
interface About {

  /// The cluster, queue and nodes it names.
  Subject subject();
}
