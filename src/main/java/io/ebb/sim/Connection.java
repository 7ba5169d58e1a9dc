package io.ebb.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/// One connection of one caller, kept alive until either side ends it.
final class Connection implements Runnable {
  private static final Logger LOG = System.getLogger(Connection.class.getName());
  private static final int PARTS = 10;

  private final Socket socket;
  private final FaultyService service;

  Connection(Socket socket, FaultyService service) {
    this.socket = socket;
    this.service = service;
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
    return switch (service.answer(received.request())) {
      case Reply.Sent reply -> {
        send(reply, received.last());
        yield !received.last();
      }
      case Reply.CutOff(var reply) -> {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(head(reply, body.length, received.last()));
        socket.getOutputStream().write(body, 0, body.length / 2);
        yield false;
      }
      case Reply.Dropped() -> {
        // Not an orderly end but a reset, as when a host on the way fails.
        socket.setSoLinger(true, 0);
        yield false;
      }
    };
  }

  private void send(Reply.Sent reply, boolean last) throws IOException, InterruptedException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    byte[] head = head(reply, body.length, last);
    if (reply.spread().isZero()) {
      byte[] whole = Arrays.copyOf(head, head.length + body.length);
      System.arraycopy(body, 0, whole, head.length, body.length);
      socket.getOutputStream().write(whole);
    } else {
      socket.getOutputStream().write(head);
      trickle(body, reply.spread());
    }
  }

  private void trickle(byte[] body, Duration spread) throws IOException, InterruptedException {
    for (int part = 0; part < PARTS; part++) {
      Thread.sleep(spread.dividedBy(PARTS));
      int from = body.length * part / PARTS;
      socket.getOutputStream().write(body, from, body.length * (part + 1) / PARTS - from);
    }
  }

  private static byte[] head(Reply.Sent reply, int length, boolean last) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(reply.date().atZone(ZoneOffset.UTC));
    String type = reply.body().startsWith("<") ? "text/html" : "application/json";
    return ("HTTP/1.1 " + reply.status() + " -\r\n")
        .concat("Date: " + date + "\r\n")
        .concat("Content-Type: " + type + "\r\n")
        .concat("Content-Length: " + length + "\r\n")
        .concat("Connection: " + (last ? "close" : "keep-alive") + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
