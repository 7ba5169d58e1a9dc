package io.ebb.plan;

import java.util.Collection;

/// Host names as people write them.
final class Hosts {
  private Hosts() {}

  /// The names folded into one word.
  static String fold(Collection<String> hosts) {
    return String.join(",", hosts);
  }
}
