package io.ebb.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// A loopback port at which a process that lives now comes by.
final class Door implements AutoCloseable {

  /// Serves one connection until either side ends it.
  @FunctionalInterface
  interface Keeper {
    /// Serves it.
    ///
    /// @param life that of the process which has connected
    void serve(Socket socket, Life life) throws IOException;
  }

  private static final int BACKLOG = 50;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Door(ServerSocket server) {
    this.server = server;
  }

  /// @param now the life that is lived when somebody connects
  static Door open(Supplier<Life> now, Keeper keeper) {
    try {
      Door door = new Door(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      door.threads.execute(() -> door.accept(now, keeper));
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept(Supplier<Life> now, Keeper keeper) {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        Life life = now.get();
        threads.execute(() -> serve(keeper, socket, life));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(Keeper keeper, Socket socket, Life life) {
    try (socket) {
      socket.setTcpNoDelay(true);
      keeper.serve(socket, life);
    } catch (IOException _) {
      // The process, or the world, has gone: so does the connection.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
