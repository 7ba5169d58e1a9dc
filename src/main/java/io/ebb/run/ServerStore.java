package io.ebb.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A database of PostgreSQL, which the processes of several machines share.
final class ServerStore extends Store {
  private static final String MASK = "****";

  /// A connection that is silent for so long is given up: well before a lease has run out.
  private static final String SILENCE_SECONDS = "15";

  /// A process that stops within a transaction, or whose machine is gone, may not keep the others
  /// from writing for longer than they wait.
  private static final Duration STALLED = Duration.ofSeconds(4);

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  ServerStore(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  Connection connect(Durability durability) throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + BUSY.toMillis());
      statement.execute("SET idle_in_transaction_session_timeout = " + STALLED.toMillis());
      statement.execute("SET synchronous_commit = " + commits(durability));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Said even where it is the server's default, which an administrator may have changed.
  private static String commits(Durability durability) {
    return switch (durability) {
      case CRASH -> "off";
      case POWER_CUT -> "on";
    };
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "ebb");
    properties.setProperty("connectTimeout", SILENCE_SECONDS);
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  @Override
  String masked(String text) {
    String without = user == null ? text : text.replace('"' + user + '"', MASK);
    return password == null || password.isEmpty() ? without : without.replace(password, MASK);
  }

  /// Further parameters of the address stay away too: there may be secrets among them.
  @Override
  public String toString() {
    return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
  }
}
