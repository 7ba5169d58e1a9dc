package io.ebb.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection to a [Store], whose tables are up to date. Safe for use by many threads, one
/// transaction at a time. A connection that was lost between two transactions is made again.
final class Database implements AutoCloseable {
  private static final int VALID_SECONDS = 5;

  private final Store store;
  private final Durability durability;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection connection;

  private Database(Store store, Durability durability) throws IOException, SQLException {
    this.store = store;
    this.durability = durability;
    this.connection = store.connect(durability);
  }

  /// Opens what is kept there; creates what is missing.
  static Database open(Store store, Durability durability) throws IOException, SQLException {
    Database database = new Database(store, durability);
    try {
      Schema.bringUpToDate(database);
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// What is done in one transaction.
  @FunctionalInterface
  interface Work<T> {
    T on(Database database) throws SQLException;
  }

  /// What is made of the current row.
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// Begins a transaction.
  @FunctionalInterface
  private interface Beginning {
    void of(Database database) throws SQLException;
  }

  /// Does the work in one transaction, which no other process disturbs. It is begun by hand: the
  /// driver would begin the next one, and with it keep others out, as soon as one has ended.
  <T> T transact(Work<T> work) throws IOException, SQLException {
    return within(dialect()::begin, work);
  }

  /// Does work that changes nothing, and keeps nobody from writing.
  <T> T read(Work<T> work) throws IOException, SQLException {
    return within(dialect()::beginReading, work);
  }

  private synchronized <T> T within(Beginning beginning, Work<T> work)
      throws IOException, SQLException {
    begin(beginning);
    try {
      T result = work.on(this);
      execute("COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private void begin(Beginning beginning) throws IOException, SQLException {
    try {
      beginning.of(this);
    } catch (SQLException e) {
      if (connection.isValid(VALID_SECONDS)) {
        rollBack(e);
        throw e;
      }
      close();
      connection = store.connect(durability);
      beginning.of(this);
    }
  }

  Dialect dialect() {
    return store.dialect();
  }

  /// Carries out a statement that has no parameters and gives nothing.
  void execute(String sql) throws SQLException {
    statement(sql).execute();
  }

  /// Changes rows; returns how many.
  ///
  /// @param parameters numbers, texts, bytes; null for none
  int update(String sql, @Nullable Object... parameters) throws SQLException {
    return statement(sql, parameters).executeUpdate();
  }

  /// All rows, in their order.
  <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet found = statement(sql, parameters).executeQuery()) {
      while (found.next()) {
        rows.add(row.of(found));
      }
    }
    return rows;
  }

  /// The first row; empty when there is none.
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return list(sql, row, parameters).stream().findFirst();
  }

  /// The only number that a query gives; 0 when it gives none.
  long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  private PreparedStatement statement(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public synchronized void close() throws SQLException {
    statements.clear();
    connection.close();
  }

  private void rollBack(Throwable cause) {
    try {
      forgetStatements();
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// The driver of SQLite has closed the statement that failed, if the disk is full for example.
  private void forgetStatements() throws SQLException {
    List<PreparedStatement> all = List.copyOf(statements.values());
    statements.clear();
    for (PreparedStatement each : all) {
      each.close();
    }
  }
}
