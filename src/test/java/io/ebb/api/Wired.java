package io.ebb.api;

import feign.Client;
import feign.Request;

/// Connects to the API by a wire of one's own, which makes the exchanges: below it nothing is left
/// out, signatures and retries included.
public final class Wired {
  private Wired() {}

  /// The API behind that wire. Makes no call.
  public static EhpcApi connect(ApiOptions options, Client wire) {
    return EhpcApi.connect(options, wire);
  }

  /// Whether the request changes something.
  public static boolean writes(Request request) {
    return request.requestTemplate().methodMetadata().method().isAnnotationPresent(Write.class);
  }
}
