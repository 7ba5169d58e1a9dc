package io.ebb.sim;

/// A request as it came over the wire.
///
/// @param method `GET` or `POST`
/// @param rawPath the path, undecoded
/// @param rawQuery the query, undecoded; empty when there was none
/// @param body the body, as UTF-8; empty when there was none
record RawRequest(String method, String rawPath, String rawQuery, String body) {
  private static final String BASE = "/api/";

  /// The path below `/api` with single slashes and none at its end: `/cluster/list`.
  String path() {
    String path = rawPath.replaceAll("/+", "/");
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.startsWith(BASE) ? bare.substring(BASE.length() - 1) : bare;
  }

  /// Leaves out the query, which holds the signature.
  @Override
  public String toString() {
    return method + " " + rawPath;
  }
}
