package io.ebb.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The tables of the [Database]. A version, once released, is never changed: what comes later is
/// added as a further one.
final class Schema {
  /// The statements that lead from each version to the next, from an empty file on.
  private static final List<List<String>> VERSIONS =
      List.of(
          List.of(
              """
              CREATE TABLE call (
                at INTEGER NOT NULL, -- microseconds since 1970
                account TEXT NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (at, account)
              ) WITHOUT ROWID\
              """,
              """
              CREATE TABLE call_hold (
                account TEXT PRIMARY KEY,
                until INTEGER NOT NULL -- microseconds since 1970
              ) WITHOUT ROWID\
              """));

  private Schema() {}

  /// Brings an older file up to date; returns its version.
  ///
  /// @throws SQLException also when a newer version of Ebb has written the file
  static int bringUpToDate(Database database) throws SQLException {
    int version = version(database);
    if (version > VERSIONS.size()) {
      throw new SQLException(
          "it was written by a newer version of Ebb (format %d, this one reads up to %d)"
              .formatted(version, VERSIONS.size()));
    }
    for (; version < VERSIONS.size(); version++) {
      for (String change : VERSIONS.get(version)) {
        database.statement(change).execute();
      }
    }
    if (version != version(database)) {
      database.statement("PRAGMA user_version = " + version).execute();
    }
    return version;
  }

  private static int version(Database database) throws SQLException {
    try (ResultSet row = database.statement("PRAGMA user_version").executeQuery()) {
      return row.getInt(1);
    }
  }
}
