package io.ebb.cluster;

/// The text being read, to quote from in errors.
record Source(String text) {
  /// About the part from one offset to before another.
  NodeSetException error(int from, int to, String problem) {
    return new NodeSetException(text.substring(from, to), from + 1, problem);
  }
}
