package io.ebb.sim;

/// Something that goes wrong on purpose.
///
/// @param path the path below `/api` it hits, for example `/cluster/deleteNodes`; `*` for any
/// @param nth which call to that path it hits, counted from 1 since it was injected; 0 for every
///   one
/// @param kind what goes wrong
public record Fault(String path, int nth, FaultKind kind) {

  /// Checks path and count.
  ///
  /// @throws IllegalArgumentException when the path or the count cannot be
  public Fault {
    if (nth < 0) {
      throw new IllegalArgumentException("nth is " + nth + ": count from 1, or 0 for every call");
    }
    if (!path.equals("*") && !path.startsWith("/")) {
      throw new IllegalArgumentException("path [" + path + "] is neither * nor begins with /");
    }
  }

  /// A fault that hits the next call to that path, once.
  public static Fault next(String path, FaultKind kind) {
    return new Fault(path, 1, kind);
  }

  /// A fault that hits every call to that path.
  public static Fault every(String path, FaultKind kind) {
    return new Fault(path, 0, kind);
  }

  boolean hits(String called) {
    return path.equals("*") || path.equals(called);
  }
}
