package io.ebb.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// One connection of one caller, kept alive until either side ends it.
final class Connection implements Runnable {
  private static final Logger LOG = System.getLogger(Connection.class.getName());
  private static final int NOT_FOUND = 404;

  private final Socket socket;
  private final FaultyService service;
  private final Clock wall;

  Connection(Socket socket, FaultyService service, Clock wall) {
    this.socket = socket;
    this.service = service;
    this.wall = wall;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      serve(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a caller's connection ended early", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(InputStream in) throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      Optional<Received> received = Received.next(in);
      open = received.isPresent() && answer(received.get());
    }
  }

  /// Whether the connection may be used again.
  private boolean answer(Received received) throws IOException, InterruptedException {
    RawRequest request = received.request();
    return switch (request.isApi() ? service.answer(request) : new Reply.Sent(NOT_FOUND, "")) {
      case Reply.Sent sent -> {
        send(sent, received.last());
        yield !received.last();
      }
      case Reply.Dropped() -> {
        // Not an orderly end but a reset, as when a host on the way fails.
        socket.setSoLinger(true, 0);
        yield false;
      }
    };
  }

  private void send(Reply.Sent reply, boolean last) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(wall.instant().atZone(ZoneOffset.UTC));
    String head =
        """
        HTTP/1.1 %d -
        Date: %s
        Content-Type: application/json
        Content-Length: %d
        Connection: %s

        """
            .formatted(reply.status(), date, body.length, last ? "close" : "keep-alive")
            .replace("\n", "\r\n");
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    socket.getOutputStream().write(whole);
  }
}
