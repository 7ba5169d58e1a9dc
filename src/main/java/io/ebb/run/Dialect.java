package io.ebb.run;

import java.sql.SQLException;

/// Where the two databases differ.
enum Dialect {
  /// One writer at a time; its time is that of the machine, which all its processes share.
  SQLITE {
    @Override
    void begin(Database database) throws SQLException {
      database.execute("BEGIN IMMEDIATE");
    }

    @Override
    void beginReading(Database database) throws SQLException {
      database.execute("BEGIN");
    }

    @Override
    long now(Database database) throws SQLException {
      return database.number("SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) * 1000");
    }

    @Override
    long format(Database database) throws SQLException {
      return database.number("PRAGMA user_version");
    }

    @Override
    void setFormat(Database database, int format) throws SQLException {
      database.execute("PRAGMA user_version = " + format);
    }

    @Override
    String definition(String sql) {
      return sql;
    }
  },

  /// Everybody who writes takes the same lock first, and so sees all that was committed before:
  /// whatever level of isolation the server prefers, which would see what there was before the
  /// lock. One lock for all schemas of a database: search paths may lead several to one table.
  POSTGRESQL {
    // The letters of `ebb`.
    private static final int LOCK = 0x656262;

    @Override
    void begin(Database database) throws SQLException {
      database.execute("BEGIN ISOLATION LEVEL READ COMMITTED");
      database.number("SELECT count(pg_advisory_xact_lock(" + LOCK + "))");
    }

    @Override
    void beginReading(Database database) throws SQLException {
      database.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    long now(Database database) throws SQLException {
      return database.number(
          "SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000000) AS BIGINT)");
    }

    @Override
    long format(Database database) throws SQLException {
      boolean known = database.number("SELECT count(to_regclass('ebb_format'))") > 0;
      return known ? database.number("SELECT number FROM ebb_format") : 0;
    }

    @Override
    void setFormat(Database database, int format) throws SQLException {
      database.execute("CREATE TABLE IF NOT EXISTS ebb_format (number BIGINT NOT NULL)");
      database.execute("DELETE FROM ebb_format");
      database.update("INSERT INTO ebb_format (number) VALUES (?)", format);
    }

    @Override
    String definition(String sql) {
      return sql.replace("INTEGER", "BIGINT")
          .replace("BLOB", "BYTEA")
          .replace(" WITHOUT ROWID", "");
    }
  };

  /// Begins a transaction that nobody else writes in.
  abstract void begin(Database database) throws SQLException;

  /// Begins a transaction that sees everything as it is at one moment, and keeps nobody from
  /// writing.
  abstract void beginReading(Database database) throws SQLException;

  /// The database's time, in microseconds since 1970.
  abstract long now(Database database) throws SQLException;

  /// The version of the [Schema] that it has; 0 when it is empty.
  abstract long format(Database database) throws SQLException;

  abstract void setFormat(Database database, int format) throws SQLException;

  /// A definition written for SQLite, as this database has it.
  abstract String definition(String sql);
}
