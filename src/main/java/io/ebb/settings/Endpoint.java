package io.ebb.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Reads the address of the service.
final class Endpoint {
  static final URI DEFAULT = URI.create("https://hpc-api.qingcloud.com");

  private Endpoint() {}

  /// The address, without a slash at its end; empty when `text` is none.
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      return isPlain(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// The paths belong to the API, and user information would end up in logs.
  private static boolean isPlain(URI uri) {
    return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
