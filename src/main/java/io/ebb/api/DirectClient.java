package io.ebb.api;

import feign.DefaultClient;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/// Makes exchanges in which the passwords of the program that Ebb runs in are for proxies only: a
/// service that answers 401 would be sent them, in a second request that nobody counts.
final class DirectClient extends DefaultClient {
  private static final Authenticator FOR_PROXIES =
      new Authenticator() {
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
          return getRequestorType() == RequestorType.SERVER
              ? null
              : requestPasswordAuthentication(
                  getRequestingHost(),
                  getRequestingSite(),
                  getRequestingPort(),
                  getRequestingProtocol(),
                  getRequestingPrompt(),
                  getRequestingScheme(),
                  getRequestingURL(),
                  getRequestorType());
        }
      };

  /// @param streamed whether the body is streamed
  DirectClient(boolean streamed) {
    super(null, null, streamed);
  }

  @Override
  public HttpURLConnection getConnection(URL url) throws IOException {
    HttpURLConnection connection = super.getConnection(url);
    connection.setAuthenticator(FOR_PROXIES);
    return connection;
  }
}
