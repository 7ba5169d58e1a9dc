package io.ebb.sim;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request read from a connection.
///
/// @param request what was asked
/// @param last whether the caller wants the connection closed after the reply
record Received(RawRequest request, boolean last) {
  private static final int LONGEST_LINE = 65_536;
  private static final int LARGEST_BODY = 1 << 20;

  /// The next request; empty when the caller has closed the connection.
  ///
  /// @param in a stream that can be marked
  /// @throws IOException when the connection breaks or what comes is not HTTP/1.1
  static Optional<Received> next(InputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    String[] start = line(in).split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("not an HTTP/1.1 request line");
    }
    Map<String, String> headers = headers(in);
    String[] target = start[1].split("\\?", 2);
    String query = target.length == 2 ? target[1] : "";
    boolean last =
        start[2].equals("HTTP/1.0") || headers.getOrDefault("connection", "").equals("close");
    return Optional.of(
        new Received(new RawRequest(start[0], target[0], query, body(in, headers)), last));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("not an HTTP header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
    }
    return headers;
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      for (int size = size(line(in), 16); size > 0; size = size(line(in), 16)) {
        copy(in, size, body);
        line(in);
      }
      headers(in);
    } else {
      copy(in, size(headers.getOrDefault("content-length", "0"), 10), body);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static void copy(InputStream in, int size, ByteArrayOutputStream body)
      throws IOException {
    if (body.size() + size > LARGEST_BODY) {
      throw new ProtocolException("the body is larger than " + LARGEST_BODY + " bytes");
    }
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the body ends early");
    }
    body.writeBytes(bytes);
  }

  private static int size(String text, int radix) throws IOException {
    try {
      return Integer.parseUnsignedInt(text.split(";", -1)[0].strip(), radix) & Integer.MAX_VALUE;
    } catch (NumberFormatException e) {
      throw new ProtocolException("[" + text + "] is no length of a body");
    }
  }

  /// The next line without its end.
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the head ends early");
      }
      if (line.size() == LONGEST_LINE) {
        throw new ProtocolException("a line is longer than " + LONGEST_LINE + " bytes");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
