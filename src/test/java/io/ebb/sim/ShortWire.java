package io.ebb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.SocketException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings requests to a simulator on the caller's own thread, without a socket: what takes a
/// thousandth of the time, and happens the same way each time. What a socket does to a reply that
/// is dropped or cut off happens here too.
public final class ShortWire implements Client {
  private final Simulator sim;

  /// A wire to that simulator.
  public ShortWire(Simulator sim) {
    this.sim = sim;
  }

  @Override
  public Response execute(Request request, Request.@Nullable Options options) throws IOException {
    return switch (reply(request)) {
      case Reply.Sent sent -> response(request, sent, whole(sent));
      case Reply.CutOff(Reply.Sent sent) -> response(request, sent, half(sent));
      case Reply.Dropped() -> throw new SocketException("Connection reset");
    };
  }

  private Reply reply(Request request) throws IOException {
    URI uri = URI.create(request.url());
    String body = request.body() == null ? "" : new String(request.body(), UTF_8);
    try {
      return sim.answer(
          new RawRequest(request.httpMethod().name(), uri.getRawPath(), uri.getRawQuery(), body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted in a delay").initCause(e);
    }
  }

  private static Response response(Request request, Reply.Sent sent, InputStream body) {
    return Response.builder()
        .request(request)
        .status(sent.status())
        .headers(headers(sent))
        .body(body, null)
        .build();
  }

  private static Map<String, Collection<String>> headers(Reply.Sent sent) {
    String type = sent.body().startsWith("<") ? "text/html" : "application/json";
    return Map.of("Date", List.of(http(sent.date())), "Content-Type", List.of(type));
  }

  private static String http(Instant date) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC));
  }

  private static InputStream whole(Reply.Sent sent) {
    return new ByteArrayInputStream(sent.body().getBytes(UTF_8));
  }

  private static InputStream half(Reply.Sent sent) {
    byte[] body = sent.body().getBytes(UTF_8);
    return new SequenceInputStream(
        new ByteArrayInputStream(body, 0, body.length / 2), new BrokenStream());
  }

  /// The end of a connection where more was to come.
  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Premature EOF");
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      return read();
    }
  }
}
