package io.ebb.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server, one for all tests of the process, which ends with it.
final class Postgres {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Postgres() {}

  /// Started when the first test asks for it.
  private static final class Server {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A new, empty database.
  static Place database() {
    Place place = new Place("ebb" + NUMBER.incrementAndGet());
    execute("CREATE DATABASE " + place.name());
    return place;
  }

  private static void execute(String sql) {
    try (Connection connection = Server.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// A database of the server.
  record Place(String name) {
    String url() {
      return "jdbc:postgresql://127.0.0.1:" + Server.SERVER.getPort() + "/" + name;
    }

    Store store() {
      return Store.at(url(), "postgres", "postgres");
    }

    /// Ends all connections to it, as a server that is started anew does.
    void dropConnections() {
      execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }
  }
}
