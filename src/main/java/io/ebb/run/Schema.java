package io.ebb.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// The tables of the [Database]. A version, once released, is never changed: what comes later is
/// added as a further one. Times are in microseconds since 1970.
final class Schema {
  private static final List<String> CALLS =
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
          """);

  private static final List<String> RUNS =
      List.of(
          """
          CREATE TABLE run (
            number INTEGER PRIMARY KEY, -- in the order in which they began
            id TEXT NOT NULL UNIQUE,
            parent TEXT,
            series TEXT NOT NULL, -- what the id begins with: the day, or the parent's id
            ordinal INTEGER NOT NULL, -- from 1 in its series
            script INTEGER NOT NULL, -- 0 for a plan, 1 for a script, 2 for a runbook
            digest TEXT, -- of the plan
            title TEXT NOT NULL,
            cluster TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            state TEXT, -- once it has ended
            cancel_asked INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            leased INTEGER NOT NULL, -- 1 until whoever holds the lease gives it back
            lease_until INTEGER NOT NULL,
            owner_host TEXT NOT NULL,
            owner_pid INTEGER NOT NULL,
            owner_started_at INTEGER NOT NULL,
            owner_place TEXT NOT NULL, -- within which a process id means one process
            events INTEGER NOT NULL,
            hash TEXT NOT NULL, -- of the last event
            UNIQUE (series, ordinal)
          )\
          """,
          "CREATE UNIQUE INDEX run_of_digest ON run (digest)",
          """
          CREATE TABLE event (
            run TEXT NOT NULL,
            n INTEGER NOT NULL, -- from 1 in its run
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            format INTEGER NOT NULL, -- the version of the body's form
            body BLOB NOT NULL, -- JSON, compressed or not
            hash TEXT NOT NULL, -- over the hash of the event before, and this one
            PRIMARY KEY (run, n)
          )\
          """,
          """
          CREATE TABLE hold (
            run TEXT NOT NULL,
            node TEXT NOT NULL,
            cluster TEXT NOT NULL,
            released_at INTEGER, -- by the run's clock
            PRIMARY KEY (run, node)
          )\
          """,
          "CREATE UNIQUE INDEX holder_of_node ON hold (node) WHERE released_at IS NULL",
          "CREATE INDEX hold_in_cluster ON hold (cluster, released_at)");

  private static final int SEARCHABLE = 3;

  /// By what runs are searched.
  private static final List<String> SEARCH =
      List.of(
          "ALTER TABLE run ADD COLUMN operator TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE run ADD COLUMN owner_user TEXT NOT NULL DEFAULT ''",
          """
          CREATE TABLE outcome (
            run TEXT NOT NULL,
            node TEXT NOT NULL,
            host TEXT NOT NULL, -- empty for what a script has ordered directly
            outcome TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (run, node)
          )\
          """,
          "CREATE INDEX outcome_of_node ON outcome (node)",
          "CREATE INDEX outcome_of_host ON outcome (host)",
          "CREATE INDEX run_of_parent ON run (parent)");

  /// The statements that lead from each version to the next, from an empty database on.
  private static final List<List<String>> VERSIONS = List.of(CALLS, RUNS, SEARCH);

  private Schema() {}

  /// Brings an older database up to date.
  ///
  /// @throws SQLException also when a newer version of Ebb has written it
  static void bringUpToDate(Database database) throws IOException, SQLException {
    if (database.read(Schema::version) < VERSIONS.size()) {
      database.transact(Schema::change);
    }
  }

  private static int change(Database database) throws SQLException {
    int before = version(database);
    for (int version = before; version < VERSIONS.size(); version++) {
      for (String change : VERSIONS.get(version)) {
        database.execute(database.dialect().definition(change));
      }
    }
    if (before < SEARCHABLE) {
      new Outcomes(database).fill();
    }
    database.dialect().setFormat(database, VERSIONS.size());
    return VERSIONS.size();
  }

  private static int version(Database database) throws SQLException {
    int version = Math.toIntExact(database.dialect().format(database));
    if (version > VERSIONS.size()) {
      throw new NewerSchemaException(version, VERSIONS.size());
    }
    return version;
  }
}
