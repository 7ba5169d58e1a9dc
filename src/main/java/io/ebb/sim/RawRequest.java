package io.ebb.sim;

import java.util.regex.Pattern;

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

  /// Several pages print their paths without the slash that belongs between base and path.
  private static final Pattern GLUED =
      Pattern.compile("^/api(?=(?:cluster|queue|job|user|software|operation)(?:/|$))");

  /// Whether it is for the API at all.
  boolean isApi() {
    return normalPath().startsWith(BASE + "/");
  }

  /// The path below `/api` with single slashes and none at its end: `/cluster/list`.
  String path() {
    return normalPath().substring(BASE.length());
  }

  private String normalPath() {
    String single = rawPath.replaceAll("/+", "/").replaceFirst("/$", "");
    return GLUED.matcher(single).replaceFirst(BASE + "/");
  }

  /// Leaves out the query, which holds the signature.
  @Override
  public String toString() {
    return method + " " + rawPath;
  }
}
