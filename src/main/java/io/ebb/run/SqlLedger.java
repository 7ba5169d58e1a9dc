package io.ebb.run;

import io.ebb.api.CallLedger;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Counts calls in the [Database], with all processes that do the same. The moments are those of
/// the machines' clocks.
final class SqlLedger {
  private static final long WINDOW = CallLedger.WINDOW.toNanos() / 1000;

  private final Database database;
  private final String account;

  /// @param account tells the accounts apart whose calls are counted
  SqlLedger(Database database, String account) {
    this.database = database;
    this.account = account;
  }

  int book(Instant now, int wanted, int most) throws IOException, SQLException {
    long at = Micros.of(now);
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
  void add(Instant at, int count) throws IOException, SQLException {
    database.transact(_ -> insert(Micros.of(at), count));
  }

  private int insert(long at, int count) throws SQLException {
    return database.update(
        "INSERT INTO call (at, account, count) VALUES (?, ?, ?)"
            + " ON CONFLICT (at, account) DO UPDATE SET count = call.count + excluded.count",
        at,
        account,
        count);
  }

  void giveBack(Instant at, int count) throws IOException, SQLException {
    database.transact(db ->
        db.update(
            "UPDATE call SET count = count - ? WHERE at = ? AND account = ?",
            count,
            Micros.of(at),
            account));
  }

  void holdUntil(Instant until) throws IOException, SQLException {
    database.transact(db ->
        db.update(
            "INSERT INTO call_hold (account, until) VALUES (?, ?)"
                + " ON CONFLICT (account) DO UPDATE SET until = excluded.until"
                + " WHERE excluded.until > call_hold.until",
            account,
            Micros.of(until)));
  }

  int used(Instant now) throws IOException, SQLException {
    return database.transact(_ -> {
      forget(Micros.of(now));
      return used();
    });
  }

  Optional<Instant> freeAt(Instant now, int most) throws IOException, SQLException {
    long at = Micros.of(now);
    long free =
        database.transact(_ -> {
          forget(at);
          return Math.max(heldUntil(at), roomAt(most));
        });
    return free > at ? Optional.of(Micros.instant(free)) : Optional.empty();
  }

  /// Old bookings go, and those from a future in which the clock must have been wrong.
  private void forget(long now) throws SQLException {
    database.update("DELETE FROM call WHERE at <= ? OR at > ?", now - WINDOW, now + WINDOW);
    database.update("DELETE FROM call_hold WHERE until > ?", now + WINDOW);
  }

  private int used() throws SQLException {
    return (int) database.number("SELECT sum(count) FROM call WHERE account = ?", account);
  }

  private long heldUntil(long now) throws SQLException {
    return database.number(
        "SELECT until FROM call_hold WHERE account = ? AND until > ?", account, now);
  }

  /// When the oldest bookings that are too many will have gone; 0 when there is room.
  private long roomAt(int most) throws SQLException {
    long last =
        database.number(
            "SELECT at FROM (SELECT at, sum(count) OVER (ORDER BY at DESC) AS up_to"
                + " FROM call WHERE account = ?) AS summed"
                + " WHERE up_to >= ? ORDER BY at DESC LIMIT 1",
            account,
            most);
    return last == 0 ? 0 : last + WINDOW;
  }
}
