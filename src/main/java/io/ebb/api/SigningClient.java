package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Signs each attempt afresh, below Feign's templating, so that nothing encodes the final URL
/// again; and reads the whole reply, so that all network failures arise here.
///
/// `HttpURLConnection` repeats a request by itself when the connection breaks before an answer,
/// unless the body is streamed. So writes are streamed. Reads are not, because of a streamed
/// request that is answered 401 it drops the reply.
final class SigningClient implements Client {
  private static final byte[] NOTHING = {};
  private static final int LEAST_ROOM = 1 << 10;
  private static final int MOST_ROOM = 1 << 20;

  private final Credentials credentials;
  private final String zone;
  private final ServiceClock clock;
  private final Client reads;
  private final Client writes;

  /// @param reads makes the exchanges of reads
  /// @param writes makes those of writes, each once
  SigningClient(
      Credentials credentials, String zone, ServiceClock clock, Client reads, Client writes) {
    this.credentials = credentials;
    this.zone = zone;
    this.clock = clock;
    this.reads = reads;
    this.writes = writes;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    boolean write =
        request.requestTemplate().methodMetadata().method().isAnnotationPresent(Write.class);
    Instant sent = clock.own();
    try (Response response = (write ? writes : reads).execute(signed(request), options)) {
      clock.see(sent, Headers.of(response));
      return response.toBuilder().request(request).body(bytes(response.body(), options)).build();
    }
  }

  private Request signed(Request request) {
    URI uri = URI.create(request.url());
    byte[] body = request.body() == null ? NOTHING : request.body();
    Map<String, String> params = params(uri.getRawQuery());
    params.put("zone", zone);
    String query =
        Signer.sign(
            credentials,
            request.httpMethod().name(),
            uri.getRawPath(),
            params,
            body,
            clock.instant());
    String url = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + "?" + query;
    return Request.create(
        request.httpMethod(), url, headers(body), request.body(), UTF_8, request.requestTemplate());
  }

  private static Map<String, Collection<String>> headers(byte[] body) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>();
    headers.put("Accept", List.of("application/json"));
    headers.put("User-Agent", List.of("ebb"));
    if (body.length > 0) {
      headers.put("Content-Type", List.of("application/json"));
      headers.put("Content-Length", List.of(String.valueOf(body.length)));
    }
    return headers;
  }

  private static Map<String, String> params(@Nullable String rawQuery) {
    Map<String, String> params = new TreeMap<>();
    if (rawQuery != null) {
      for (String param : rawQuery.split("&")) {
        int equals = param.indexOf('=');
        params.put(decode(param.substring(0, equals)), decode(param.substring(equals + 1)));
      }
    }
    return params;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, UTF_8);
  }

  /// Reads a whole reply. It may take as long as the service may be silent: the socket alone would
  /// go on for ever with one that drips.
  private static byte[] bytes(Response.@Nullable Body body, Request.Options options)
      throws IOException {
    if (body == null) {
      return NOTHING;
    }
    long begun = System.nanoTime();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(room(body));
    byte[] part = new byte[8192];
    try (InputStream stream = body.asInputStream()) {
      for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
        whole.write(part, 0, read);
        if (Duration.ofNanos(System.nanoTime() - begun).toMillis() > options.readTimeoutMillis()) {
          throw new SocketTimeoutException("the reply came too slowly");
        }
      }
    }
    return whole.toByteArray();
  }

  /// As much as the reply is said to be long, within reason: it may say anything.
  private static int room(Response.Body body) {
    return Math.clamp(Objects.requireNonNullElse(body.length(), 0), LEAST_ROOM, MOST_ROOM);
  }
}
