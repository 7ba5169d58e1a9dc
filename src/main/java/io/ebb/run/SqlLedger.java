package io.ebb.run;

import io.ebb.api.CallLedger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Counts calls in the [Database], with all processes that do the same. The moments are those of
/// the machine's clock, which these processes share.
final class SqlLedger {
  private static final long WINDOW = CallLedger.WINDOW.toNanos() / 1000;

  private final Database database;
  private final String account;

  /// @param account tells the accounts apart whose calls are counted
  SqlLedger(Database database, String account) {
    this.database = database;
    this.account = account;
  }

  int book(Instant now, int wanted, int most) throws SQLException {
    long at = micros(now);
    return database.transact(db -> {
      forget(at);
      int count = heldUntil(at) > at ? 0 : Math.clamp(most - used(), 0, wanted);
      if (count > 0) {
        insert(at, count);
      }
      return count;
    });
  }

  /// Books calls that were made already.
  void add(Instant at, int count) throws SQLException {
    database.transact(_ -> insert(micros(at), count));
  }

  private int insert(long at, int count) throws SQLException {
    return database
        .statement(
            "INSERT INTO call (at, account, count) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET count = count + excluded.count",
            at,
            account,
            count)
        .executeUpdate();
  }

  void giveBack(Instant at, int count) throws SQLException {
    database.transact(db ->
        db.statement(
                "UPDATE call SET count = count - ? WHERE at = ? AND account = ?",
                count,
                micros(at),
                account)
            .executeUpdate());
  }

  void holdUntil(Instant until) throws SQLException {
    database.transact(db ->
        db.statement(
                "INSERT INTO call_hold (account, until) VALUES (?, ?)"
                    + " ON CONFLICT DO UPDATE SET until = max(until, excluded.until)",
                account,
                micros(until))
            .executeUpdate());
  }

  int used(Instant now) throws SQLException {
    return database.transact(_ -> {
      forget(micros(now));
      return used();
    });
  }

  Optional<Instant> freeAt(Instant now, int most) throws SQLException {
    long at = micros(now);
    long free =
        database.transact(_ -> {
          forget(at);
          return Math.max(heldUntil(at), roomAt(most));
        });
    return free > at ? Optional.of(Instant.EPOCH.plus(free, ChronoUnit.MICROS)) : Optional.empty();
  }

  /// Old bookings go, and those from a future in which the clock must have been wrong.
  private void forget(long now) throws SQLException {
    database
        .statement("DELETE FROM call WHERE at <= ? OR at > ?", now - WINDOW, now + WINDOW)
        .executeUpdate();
    database.statement("DELETE FROM call_hold WHERE until > ?", now + WINDOW).executeUpdate();
  }

  private int used() throws SQLException {
    return (int)
        number(database.statement("SELECT sum(count) FROM call WHERE account = ?", account));
  }

  private long heldUntil(long now) throws SQLException {
    return number(
        database.statement(
            "SELECT until FROM call_hold WHERE account = ? AND until > ?", account, now));
  }

  /// When the oldest bookings that are too many will have gone; 0 when there is room.
  private long roomAt(int most) throws SQLException {
    long last =
        number(
            database.statement(
                "SELECT at FROM (SELECT at, sum(count) OVER (ORDER BY at DESC) AS upTo"
                    + " FROM call WHERE account = ?) WHERE upTo >= ? ORDER BY at DESC LIMIT 1",
                account,
                most));
    return last == 0 ? 0 : last + WINDOW;
  }

  /// The only number that a query gives; 0 when it gives none.
  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
