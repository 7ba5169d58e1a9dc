package io.ebb.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The runs and their leases, within one transaction.
///
/// @param self who holds the leases that are given here
/// @param now the database's time, in microseconds since 1970
record Runs(Database database, OwnProcess self, long now) {
  private static final long LEASE = Duration.ofSeconds(30).toNanos() / 1000;

  /// Adds a run, whose lease this process holds, with its first event.
  ///
  /// @throws LeaseLostException when another process carries out the parent by now
  RunRow begin(Entry.First first, @Nullable String parent) throws SQLException {
    if (parent != null) {
      RunRow whole = get(parent);
      if (!whole.owner().equals(self.owner())) {
        throw LeaseLostException.takenOver(whole);
      }
    }
    String series = parent == null ? "r-" + day(first.at()) : parent;
    long ordinal = 1 + database.number("SELECT max(ordinal) FROM run WHERE series = ?", series);
    String id = parent == null ? "%s-%03d".formatted(series, ordinal) : series + "." + ordinal;
    Events events = new Events(database);
    if (events.any(id)) {
      throw TamperedException.run(id);
    }
    long number = 1 + database.number("SELECT max(number) FROM run");
    String hash = events.begin(number, id, EventCodec.encode(first));
    database.update(
        """
        INSERT INTO run (number, id, parent, series, ordinal, script, digest, title, cluster,
          started_at, cancel_asked, epoch, leased, lease_until,
          owner_host, owner_pid, owner_started_at, owner_user, owner_place, operator, events, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
          ?, (SELECT coalesce(max(cancel_asked), 0) FROM run WHERE id = ?), 1, 1, ?,
          ?, ?, ?, ?, ?, ?, 1, ?)\
        """,
        number,
        id,
        parent,
        series,
        ordinal,
        kind(first),
        RunRow.digest(first),
        RunRow.title(first),
        RunRow.cluster(first),
        Micros.of(first.at()),
        parent,
        now + LEASE,
        self.owner().host(),
        self.owner().pid(),
        Micros.of(self.owner().startedAt()),
        self.owner().user(),
        self.place(),
        first.operator(),
        hash);
    return get(id);
  }

  /// What it carries out, as a number.
  static int kind(Entry.First first) {
    return switch (first) {
      case Entry.Began _ -> 0;
      case Entry.Scripted script -> script.runbook() ? 2 : 1;
    };
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// @throws NoSuchRunException when there is no such run
  /// @throws TamperedException when there are but its events
  RunRow get(String id) throws SQLException {
    Optional<RunRow> run = database.first("SELECT * FROM run WHERE id = ?", RunRow::of, id);
    if (run.isEmpty() && new Events(database).any(id)) {
      throw TamperedException.run(id);
    }
    return run.orElseThrow(
        () -> new NoSuchRunException("there is no run %s; see ebb runs".formatted(id)));
  }

  /// What is known of a run without its events.
  ///
  /// @throws NoSuchRunException when there is no such run
  RunHead head(String id) throws SQLException {
    return get(id).head(now, self);
  }

  /// The run of the lease.
  ///
  /// @throws LeaseLostException when somebody else has taken it over
  RunRow get(Lease lease) throws SQLException {
    RunRow run = get(lease.run());
    if (run.epoch() != lease.epoch()) {
      throw LeaseLostException.takenOver(run);
    }
    return run;
  }

  Optional<String> ofDigest(String digest) throws SQLException {
    return database.first(
        "SELECT id FROM run WHERE digest = ? ORDER BY number LIMIT 1",
        row -> row.getString(1),
        digest);
  }

  List<RunRow> last(int atMost) throws SQLException {
    return database.list("SELECT * FROM run ORDER BY number DESC LIMIT ?", RunRow::of, atMost);
  }

  RunHead head(RunRow run) {
    return run.head(now, self);
  }

  /// Whether a run goes on is known only of each by itself: who carries it out may have died.
  List<RunHead> find(RunQuery query, int atMost) throws SQLException {
    RunSearch search = RunSearch.of(query);
    return database
        .list(
            search.sql() + " ORDER BY number DESC" + (search.exact() ? " LIMIT " + atMost : ""),
            RunRow::of,
            search.parameters())
        .stream()
        .map(this::head)
        .filter(head -> query.states().isEmpty() || query.states().contains(head.state()))
        .limit(atMost)
        .toList();
  }

  List<RunRow> parts(String run) throws SQLException {
    return database.list("SELECT * FROM run WHERE parent = ? ORDER BY ordinal", RunRow::of, run);
  }

  /// Takes the run's lease; a run that had ended goes on.
  ///
  /// @throws RefusedException when somebody who is alive holds it
  Lease take(RunRow run) throws SQLException {
    if (run.carriedOut(now, self)) {
      throw RefusedException.carriedOut(head(run));
    }
    database.update(
        """
        UPDATE run SET epoch = epoch + 1, leased = 1, lease_until = ?,
          owner_host = ?, owner_pid = ?, owner_started_at = ?, owner_user = ?, owner_place = ?,
          cancel_asked = CASE WHEN state IS NULL THEN cancel_asked ELSE 0 END,
          state = NULL, ended_at = NULL
        WHERE id = ?\
        """,
        now + LEASE,
        self.owner().host(),
        self.owner().pid(),
        Micros.of(self.owner().startedAt()),
        self.owner().user(),
        self.place(),
        run.id());
    return new Lease(run.id(), run.epoch() + 1, run.owner());
  }

  void prolong(RunRow run) throws SQLException {
    database.update("UPDATE run SET lease_until = ? WHERE id = ?", now + LEASE, run.id());
  }

  /// One event more, and the lease is prolonged.
  void advance(RunRow run, String hash) throws SQLException {
    database.update(
        "UPDATE run SET events = events + 1, hash = ?, lease_until = ? WHERE id = ?",
        hash,
        now + LEASE,
        run.id());
  }

  /// Whoever holds the lease gives it back.
  void release(RunRow run) throws SQLException {
    database.update("UPDATE run SET leased = 0, lease_until = ? WHERE id = ?", now, run.id());
  }

  void end(RunRow run, RunState state, Instant at) throws SQLException {
    release(run);
    database.update(
        "UPDATE run SET state = ?, ended_at = ? WHERE id = ?",
        state.label(),
        Micros.of(at),
        run.id());
  }

  /// Asks for the run and its parts to be cancelled; a part that begins later is asked then.
  void askToCancel(RunRow run) throws SQLException {
    database.update(
        "UPDATE run SET cancel_asked = 1 WHERE id = ? OR (parent = ? AND state IS NULL)",
        run.id(),
        run.id());
  }
}
