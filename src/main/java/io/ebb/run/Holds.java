package io.ebb.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which run holds which nodes, within one transaction.
record Holds(Database database) {

  /// The runs that hold nodes, by the nodes' ids.
  Map<String, String> holders() throws SQLException {
    Map<String, String> holders = new HashMap<>();
    database.list(
        "SELECT node, run FROM hold WHERE released_at IS NULL",
        row -> holders.put(row.getString("node"), row.getString("run")));
    return holders;
  }

  /// The run holds these nodes from here on, which no other run holds.
  void take(String run, String cluster, Collection<String> nodes) throws SQLException {
    for (String node : nodes) {
      database.update(
          "INSERT INTO hold (run, node, cluster) VALUES (?, ?, ?)"
              + " ON CONFLICT (run, node) DO UPDATE SET released_at = NULL",
          run,
          node,
          cluster);
    }
  }

  void release(String run, String node, Instant at) throws SQLException {
    database.update(
        "UPDATE hold SET released_at = ? WHERE run = ? AND node = ? AND released_at IS NULL",
        Micros.of(at),
        run,
        node);
  }

  void releaseAll(String run, Instant at) throws SQLException {
    database.update(
        "UPDATE hold SET released_at = ? WHERE run = ? AND released_at IS NULL",
        Micros.of(at),
        run);
  }

  /// The nodes held by runs that began before this one.
  Set<String> before(String run) throws SQLException {
    return new HashSet<>(
        database.list(
            """
            SELECT node FROM hold JOIN run ON run.id = hold.run
            WHERE released_at IS NULL AND number < (SELECT number FROM run WHERE id = ?)\
            """,
            row -> row.getString(1),
            run));
  }

  /// Whether no node of the cluster is held, nor was at that moment or since.
  boolean quietSince(String cluster, Instant moment) throws SQLException {
    return database.number(
            "SELECT count(*) FROM hold"
                + " WHERE cluster = ? AND (released_at IS NULL OR released_at >= ?)",
            cluster,
            Micros.of(moment))
        == 0;
  }
}
