package io.ebb.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The HTTP/1.1 server on a loopback port, one virtual thread per connection.
///
/// It is not the JDK's own server because that one always shows the machine's time in the `Date`
/// header, from which clients correct a clock that is off, and cannot reset a connection.
final class Transport implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final FaultyService service;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Transport(FaultyService service, ServerSocket server) {
    this.service = service;
    this.server = server;
  }

  static Transport open(FaultyService service, SimOptions options) {
    Transport transport = new Transport(service, listen(options.port()));
    transport.threads.execute(transport::accept);
    return transport;
  }

  private static ServerSocket listen(int port) {
    try {
      return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the simulated service cannot listen on port " + port + "; 0 takes a free one", e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        threads.execute(new Connection(socket, service));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException("the simulated service can accept no more calls", e);
      }
    }
  }

  /// Stops listening and ends the connections, those in a delay included.
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port of the simulated service cannot be closed", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
