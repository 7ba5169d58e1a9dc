package io.ebb.run;

import io.ebb.api.CallLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts calls together with all processes that use the same store, and goes on counting in this
/// process alone while the store cannot be used: it is tried again every minute, and what was
/// counted meanwhile is added then. Safe for use by many threads.
///
/// The store is opened when the first call is booked. After [#close] too: it is opened again.
public final class SharedLedger implements CallLedger {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Store store;
  private final String account;
  private final Consumer<String> warning;

  /// The bookings of this process, which are all there are while the store cannot be used.
  private final CallLedger own = CallLedger.inMemory();

  /// The bookings that are not in the store yet.
  private final NavigableMap<Instant, Integer> owed = new TreeMap<>();

  private Instant heldUntil = Instant.MIN;
  private @Nullable Database database;

  /// The last moment that was asked about; what is asked without one is asked then.
  private Instant now = Instant.EPOCH;

  private Instant triedAt = Instant.MIN;
  private boolean alone;

  /// A ledger in that store.
  ///
  /// @param account what the service counts calls by; only its hash is written down
  /// @param warning is told, once per trouble, that and why calls are counted in this process alone
  public SharedLedger(Store store, String account, Consumer<String> warning) {
    this.store = store;
    this.account = hash(account);
    this.warning = warning;
  }

  @Override
  public synchronized int book(Instant now, int wanted, int most) {
    this.now = now;
    return ask(
        shared -> {
          int booked = shared.book(now, wanted, most);
          own.book(now, booked, Integer.MAX_VALUE);
          return booked;
        },
        () -> {
          int booked = own.book(now, wanted, most);
          owe(now, booked);
          return booked;
        });
  }

  private void owe(Instant at, int booked) {
    owed.headMap(at.minus(WINDOW), true).clear();
    if (booked > 0) {
      owed.merge(at, booked, Integer::sum);
    }
  }

  @Override
  public synchronized void giveBack(Instant at, int count) {
    own.giveBack(at, count);
    ask(
        shared -> {
          shared.giveBack(at, count);
          return count;
        },
        () -> {
          owed.computeIfPresent(at, (_, booked) -> Math.max(0, booked - count));
          return count;
        });
  }

  @Override
  public synchronized void holdUntil(Instant until) {
    own.holdUntil(until);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
    ask(
        shared -> {
          shared.holdUntil(until);
          return until;
        },
        () -> until);
  }

  @Override
  public synchronized int used(Instant now) {
    this.now = now;
    return ask(shared -> shared.used(now), () -> own.used(now));
  }

  @Override
  public synchronized Optional<Instant> freeAt(Instant now, int most) {
    this.now = now;
    return ask(shared -> shared.freeAt(now, most), () -> own.freeAt(now, most));
  }

  @Override
  public synchronized void close() {
    Database open = database;
    database = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        goAlone(e);
      }
    }
  }

  /// What is asked of the shared ledger.
  @FunctionalInterface
  private interface Question<T> {
    T to(SqlLedger shared) throws IOException, SQLException;
  }

  private <T> T ask(Question<T> question, Supplier<T> otherwise) {
    if (!alone || due()) {
      try {
        SqlLedger shared = new SqlLedger(database(), account);
        catchUp(shared);
        T answer = question.to(shared);
        alone = false;
        return answer;
      } catch (IOException | SQLException | LinkageError e) {
        goAlone(e);
      }
    }
    return otherwise.get();
  }

  /// Whether the store is to be tried again; the clock may have been set back meanwhile.
  private boolean due() {
    return now.isBefore(triedAt) || !now.isBefore(triedAt.plus(AGAIN));
  }

  /// Adds what was counted while the store could not be used.
  private void catchUp(SqlLedger shared) throws IOException, SQLException {
    if (!alone) {
      return;
    }
    while (!owed.isEmpty()) {
      shared.add(owed.firstKey(), owed.firstEntry().getValue());
      owed.pollFirstEntry();
    }
    if (heldUntil.isAfter(now)) {
      shared.holdUntil(heldUntil);
    }
  }

  private Database database() throws IOException, SQLException {
    Database open = database;
    if (open == null) {
      open = Database.open(store, Durability.CRASH);
      database = open;
    }
    return open;
  }

  private void goAlone(Throwable why) {
    boolean news = !alone;
    alone = true;
    triedAt = now;
    close();
    if (news) {
      warn(why);
    }
  }

  private void warn(Throwable why) {
    warning.accept(
        "API calls are counted in this process alone, so that several together may use up the"
            + " quota: %s cannot be used (%s); see that it is yours, writable and not full"
                .formatted(store, store.masked(reason(why))));
  }

  /// The texts of SQLite say it all; those of files are a path and nothing else.
  private static String reason(Throwable why) {
    return why instanceof SQLException
        ? String.valueOf(why.getMessage())
        : why.getClass().getSimpleName() + ": " + why.getMessage();
  }

  private static String hash(String account) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
