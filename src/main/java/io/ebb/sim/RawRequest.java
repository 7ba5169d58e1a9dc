package io.ebb.sim;

/// A request as it came over the wire.
///
/// Its path is that of the API unless [#isApi()] says otherwise.
///
/// @param method `GET` or `POST`
/// @param rawPath the path, undecoded
/// @param rawQuery the query, undecoded; empty when there was none
/// @param body the body, as UTF-8; empty when there was none
record RawRequest(String method, String rawPath, String rawQuery, String body) {
  private static final String BASE = "/api";

  /// Whether it is for the API at all.
  boolean isApi() {
    return normalPath().startsWith(BASE + "/");
  }

  /// The path below `/api` with single slashes and none at its end: `/cluster/list`.
  String path() {
    return normalPath().substring(BASE.length());
  }

  private String normalPath() {
    return rawPath.replaceAll("/+", "/").replaceFirst("/$", "");
  }

  /// Leaves out the query, which holds the signature.
  @Override
  public String toString() {
    return method + " " + rawPath;
  }
}
