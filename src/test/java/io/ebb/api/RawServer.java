package io.ebb.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that shows the raw bytes it got and answers with the raw text it was given: the nth
/// request with the nth answer, every later one with the last. An empty answer drops the
/// connection.
public final class RawServer implements AutoCloseable {
  /// Reads the request and drops the connection.
  static final String DROP = "";

  /// Reads the request and never answers.
  static final String SILENCE = "silence";

  private final ServerSocket socket;
  private final List<String> answers;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  private RawServer(ServerSocket socket, List<String> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /// Listens on the loopback interface, at a free port.
  public static RawServer answering(String... answers) {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      RawServer server = new RawServer(socket, List.of(answers));
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// HTTP 200 with this JSON.
  public static String json(String body) {
    return json(200, body);
  }

  /// Another status with this JSON, and more headers, each ended by CR LF.
  public static String json(int status, String body, String... headers) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(status, body.getBytes(UTF_8).length, String.join("", headers), body);
  }

  /// HTTP 200 with this `ret_code`.
  static String code(int code) {
    return json(
        "{\"action\": \"X\", \"ret_code\": %d, \"message\": \"said %d\"}".formatted(code, code));
  }

  /// Where it listens.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /// The requests so far: line, headers and body as they came.
  List<String> requests() {
    return requests;
  }

  /// The first line of each request.
  public List<String> lines() {
    return requests.stream().map(request -> request.lines().findFirst().orElse("")).toList();
  }

  /// The body of the nth request, counted from 0.
  String body(int index) {
    String request = requests.get(index);
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  /// Goes away, as a service does that is started anew.
  void hangUp() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String request = read(in); !request.isEmpty(); request = read(in)) {
        requests.add(request);
        String answer = answers.get(Math.min(next.getAndIncrement(), answers.size() - 1));
        if (answer.equals(SILENCE)) {
          continue;
        }
        if (answer.equals(DROP)) {
          return;
        }
        connection.getOutputStream().write(answer.getBytes(UTF_8));
        connection.getOutputStream().flush();
        if (answer.contains("Connection: close")) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client hung up, which is its right.
      connections.remove(connection);
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = line(in); !line.isBlank(); line = line(in)) {
      head.append(line);
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return head.isEmpty() ? "" : head + "\r\n" + new String(in.readNBytes(length), UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int read = in.read();
    while (read >= 0) {
      line.append(new String(new byte[] {(byte) read}, ISO_8859_1));
      if (read == '\n') {
        return line.toString();
      }
      read = in.read();
    }
    return line.toString();
  }
}
