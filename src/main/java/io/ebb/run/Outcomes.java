package io.ebb.run;

import io.ebb.plan.Target;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which run concerns which nodes, and what became of them: a shadow of the events, by which runs
/// are found, and never the truth. Within one transaction.
record Outcomes(Database database) {
  /// What stands beside a node that a script has ordered something for, in place of an outcome.
  private static final String ORDERED = "ordered";

  /// A run of a plan begins.
  void begin(String run, Entry.Began began) throws SQLException {
    for (Target target : began.plan().targets()) {
      put(
          run,
          new NodeOutcome(target.id(), target.host(), Outcome.OPEN, ""),
          Micros.of(began.at()));
    }
  }

  /// Something was written of a run.
  void follow(RunRow run, Entry entry) throws SQLException {
    switch (entry) {
      case Entry.Settled(Instant at, NodeOutcome node) -> put(run.id(), node, Micros.of(at));
      case Entry.Resumed resumed -> reopen(run.id(), Micros.of(resumed.at()));
      case Entry.Intent intent when run.script() -> order(run.id(), intent);
      default -> {}
    }
  }

  private void put(String run, NodeOutcome node, long at) throws SQLException {
    database.update(
        """
        INSERT INTO outcome (run, node, host, outcome, reason, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (run, node) DO UPDATE SET
          outcome = excluded.outcome, reason = excluded.reason, at = excluded.at\
        """,
        run,
        node.id(),
        node.host(),
        node.outcome().label(),
        node.reason(),
        at);
  }

  /// Whoever goes on with a run holds what is not settled, or is no longer.
  private void reopen(String run, long at) throws SQLException {
    database.update(
        """
        UPDATE outcome SET outcome = ?, reason = '', at = ?
        WHERE run = ? AND outcome <> ?
          AND node IN (SELECT node FROM hold WHERE run = ? AND released_at IS NULL)\
        """,
        Outcome.OPEN.label(),
        at,
        run,
        Outcome.OPEN.label(),
        run);
  }

  private void order(String run, Entry.Intent intent) throws SQLException {
    for (String node : intent.nodes()) {
      database.update(
          """
          INSERT INTO outcome (run, node, host, outcome, reason, at) VALUES (?, ?, '', ?, ?, ?)
          ON CONFLICT (run, node) DO UPDATE SET reason = excluded.reason, at = excluded.at\
          """,
          run,
          node,
          ORDERED,
          intent.action(),
          Micros.of(intent.at()));
    }
  }

  /// Fills the table from the events of all runs that were written before there was one. Of a run
  /// whose events were tampered with, or cannot be read, it is found which nodes it concerns.
  void fill() throws SQLException {
    for (String run : database.list("SELECT id FROM run", row -> row.getString(1))) {
      fill(run);
    }
  }

  private void fill(String run) throws SQLException {
    try {
      RunRow row = database.first("SELECT * FROM run WHERE id = ?", RunRow::of, run).orElseThrow();
      List<Entry> entries = new Events(database).of(row).stream().map(EventCodec::decode).toList();
      row.check(entries);
      fill(row, entries);
    } catch (TamperedException | UnreadableEventException _) {
      unknown(run);
    }
  }

  /// What became of its nodes cannot be believed; that they were its own is found all the same.
  private void unknown(String run) throws SQLException {
    database.update(
        """
        INSERT INTO outcome (run, node, host, outcome, reason, at)
        SELECT run, node, '', ?, '', coalesce(released_at, 0) FROM hold WHERE run = ?\
        """,
        Outcome.UNKNOWN.label(),
        run);
  }

  private void fill(RunRow run, List<Entry> entries) throws SQLException {
    if (run.script()) {
      for (Entry entry : entries) {
        follow(run, entry);
      }
      return;
    }
    Map<String, Instant> settled = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Settled(Instant at, NodeOutcome node)) {
        settled.put(node.id(), at);
      }
    }
    for (NodeOutcome node : History.of(entries).nodes()) {
      put(run.id(), node, Micros.of(settled.getOrDefault(node.id(), run.startedAt())));
    }
  }
}
