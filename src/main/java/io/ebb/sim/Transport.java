package io.ebb.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The HTTP server: turns exchanges into requests and replies into bytes, and knows nothing else.
final class Transport implements HttpHandler, AutoCloseable {
  private final FaultyService service;
  private final Clock wall;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Transport(FaultyService service, Clock wall, HttpServer server) {
    this.service = service;
    this.wall = wall;
    this.server = server;
  }

  static Transport open(FaultyService service, SimOptions options) {
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
      Transport transport = new Transport(service, options.wall(), HttpServer.create(address, 0));
      transport.server.createContext("/api/", transport);
      transport.server.setExecutor(transport.threads);
      transport.server.start();
      return transport;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the simulated service cannot listen on port " + options.port() + "; try port 0", e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that has no reply yet drops the connection.
    try (exchange) {
      switch (service.answer(request(exchange))) {
        case Reply.Sent sent -> send(exchange, sent);
        case Reply.Dropped() -> {}
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RawRequest request(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    return new RawRequest(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, Reply.Sent reply) throws IOException {
    byte[] body = reply.bytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange
        .getResponseHeaders()
        .set(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(wall.instant().atZone(ZoneOffset.UTC)));
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
