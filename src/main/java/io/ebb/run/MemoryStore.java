package io.ebb.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// A SQLite database in the memory of the process, which ends with its connection.
final class MemoryStore extends Store {
  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  Connection connect(Durability durability) throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
  }

  @Override
  public String toString() {
    return "the memory of this process";
  }
}
