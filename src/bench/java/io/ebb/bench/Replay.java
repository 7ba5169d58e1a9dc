package io.ebb.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers each request as the service did the first time it was asked the same, at the cost of a
/// look-up: so that what is measured is the client, not the simulation. Signatures are checked the
/// first time only.
final class Replay implements AutoCloseable {
  private static final Pattern VARYING = Pattern.compile("&(timestamp|signature)=[^& ]*");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private final Map<String, byte[]> replies = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Service service;
  private final ServerSocket server;

  private Replay(Service service, ServerSocket server) {
    this.service = service;
    this.server = server;
  }

  static Replay of(Service service) {
    try {
      Replay replay =
          new Replay(service, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      replay.threads.execute(replay::accept);
      return replay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The service, as it is reached here.
  Service service() {
    return service.at(URI.create("http://127.0.0.1:" + server.getLocalPort()));
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String request = head.substring(0, head.indexOf(" HTTP/"));
        String body = new String(in.readNBytes(length(head)), US_ASCII);
        String key = VARYING.matcher(request).replaceAll("") + "\n" + body;
        out.write(replies.computeIfAbsent(key, _ -> ask(request, body)));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The request line and the headers; empty when the caller has hung up.
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    int matched = 0;
    while (matched < HEAD_END.length) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      matched = next == HEAD_END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(US_ASCII);
  }

  private static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  private byte[] ask(String request, String body) {
    String[] words = request.split(" ");
    try {
      byte[] reply =
          http.send(
                  HttpRequest.newBuilder(URI.create(service.endpoint() + words[1]))
                      .method(words[0], BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofByteArray())
              .body();
      return whole(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static byte[] whole(byte[] body) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    reply.writeBytes(head.formatted(body.length).getBytes(US_ASCII));
    reply.writeBytes(body);
    return reply.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
      http.close();
    }
  }
}
