package io.ebb.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The chained events of runs, within one transaction.
record Events(Database database) {
  private static final String NONE = "";

  /// A stored event.
  private record Stored(long n, Event event, String hash) {
    static Stored of(ResultSet row) throws SQLException {
      Event event =
          new Event(
              row.getLong("at"), row.getString("kind"), row.getInt("format"), row.getBytes("body"));
      return new Stored(row.getLong("n"), event, row.getString("hash"));
    }
  }

  /// Adds the first event of a run; returns its hash. It is chained to that of the run before, so
  /// that no run can be taken out from among others.
  ///
  /// @param number the run's place among all runs
  String begin(long number, String run, Event event) throws SQLException {
    return add(run, event, 1, beginning(number - 1).orElse(NONE));
  }

  /// The hash of the first event of the run in that place.
  private Optional<String> beginning(long number) throws SQLException {
    return database.first(
        "SELECT hash FROM event WHERE run = (SELECT id FROM run WHERE number = ?) AND n = 1",
        row -> row.getString(1),
        number);
  }

  /// Whether there are any of that run.
  boolean any(String run) throws SQLException {
    return database.number("SELECT count(*) FROM event WHERE run = ?", run) > 0;
  }

  /// Adds an event behind the last one; returns its hash.
  String append(RunRow run, Event event) throws SQLException {
    return add(run.id(), event, run.events() + 1, run.hash());
  }

  private String add(String run, Event event, long n, String previous) throws SQLException {
    String hash = event.hash(previous, run, n);
    database.update(
        "INSERT INTO event (run, n, at, kind, format, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        run,
        n,
        event.at(),
        event.kind(),
        event.format(),
        event.body(),
        hash);
    return hash;
  }

  /// The events of the run, each as it was written.
  ///
  /// @throws TamperedException when one is not, or is missing
  List<Event> of(RunRow run) throws SQLException {
    List<Stored> stored =
        database.list("SELECT * FROM event WHERE run = ? ORDER BY n", Stored::of, run.id());
    String previous = before(run);
    long n = 1;
    for (Stored each : stored) {
      if (each.n != n) {
        throw TamperedException.missing(run.id(), n);
      }
      String hash = each.event.hash(previous, run.id(), n);
      if (!hash.equals(each.hash)) {
        throw TamperedException.changed(run.id(), n);
      }
      previous = hash;
      n++;
    }
    if (stored.size() < run.events()) {
      throw TamperedException.missing(run.id(), n);
    }
    if (stored.size() > run.events() || !previous.equals(run.hash())) {
      throw TamperedException.changed(run.id(), stored.size());
    }
    return stored.stream().map(Stored::event).toList();
  }

  /// What the first event of the run is chained to.
  private String before(RunRow run) throws SQLException {
    return run.number() == 1
        ? NONE
        : beginning(run.number() - 1).orElseThrow(() -> TamperedException.before(run.id()));
  }
}
