package io.ebb.sim;

/// Something that goes wrong on purpose: a rule that says which calls it hits, and how.
///
/// @param path the path below `/api` it hits, for example `/cluster/deleteNodes`. One that ends in
///   `*` stands for all that begin so; `*` alone for every path
/// @param method `GET`, `POST`, or `*` for either
/// @param calls which of the calls with that path and method, counted since it was injected
/// @param kind what goes wrong
public record Fault(String path, String method, Occasion calls, FaultKind kind) {
  private static final String ANY = "*";

  /// Checks path and method.
  ///
  /// @throws IllegalArgumentException when they cannot be
  public Fault {
    if (!path.startsWith("/") && !path.equals(ANY)) {
      throw new IllegalArgumentException("path [" + path + "] is neither * nor begins with /");
    }
    if (!method.equals(ANY) && !method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("method [" + method + "] is none of GET, POST, *");
    }
  }

  /// A fault of either method.
  ///
  /// @param nth which call it hits, counted from 1; 0 for every one
  public Fault(String path, int nth, FaultKind kind) {
    this(path, nth == 0 ? new Occasion.Always() : new Occasion.Nth(nth), kind);
  }

  /// A fault of either method.
  public Fault(String path, Occasion calls, FaultKind kind) {
    this(path, ANY, calls, kind);
  }

  /// A fault that hits the next call to that path, once.
  public static Fault next(String path, FaultKind kind) {
    return new Fault(path, new Occasion.Nth(1), kind);
  }

  /// A fault that hits every call to that path.
  public static Fault every(String path, FaultKind kind) {
    return new Fault(path, new Occasion.Always(), kind);
  }

  boolean concerns(RawRequest request) {
    return (method.equals(ANY) || method.equals(request.method())) && covers(path, request.path());
  }

  /// Whether the path of a fault stands for that one.
  static boolean covers(String path, String called) {
    return path.endsWith(ANY)
        ? called.startsWith(path.substring(0, path.length() - 1))
        : path.equals(called);
  }
}
