package io.ebb.run;

import io.ebb.api.CallLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts calls together with all processes that use the same state folder, and goes on counting in
/// this process alone when the folder cannot be used. Safe for use by many threads.
///
/// The folder is looked at when the first call is booked. After [#close] too: it is opened again.
public final class SharedLedger implements CallLedger {
  private final Path folder;
  private final String account;
  private final Consumer<String> warning;

  /// The bookings of this process, which are all there are when the folder cannot be used.
  private final CallLedger own = CallLedger.inMemory();

  private @Nullable Database database;
  private boolean alone;

  /// A ledger in that folder.
  ///
  /// @param folder the state folder; created when it is not there
  /// @param account what the service counts calls by; only its hash is written down
  /// @param warning is told, once, that and why calls are counted in this process alone
  public SharedLedger(Path folder, String account, Consumer<String> warning) {
    this.folder = folder;
    this.account = hash(account);
    this.warning = warning;
  }

  @Override
  public synchronized int book(Instant now, int wanted, int most) {
    return ask(
        shared -> {
          int booked = shared.book(now, wanted, most);
          own.book(now, booked, Integer.MAX_VALUE);
          return booked;
        },
        () -> own.book(now, wanted, most));
  }

  @Override
  public synchronized void giveBack(Instant at, int count) {
    own.giveBack(at, count);
    ask(
        shared -> {
          shared.giveBack(at, count);
          return count;
        },
        () -> count);
  }

  @Override
  public synchronized void holdUntil(Instant until) {
    ask(
        shared -> {
          shared.holdUntil(until);
          return until;
        },
        () -> {
          own.holdUntil(until);
          return until;
        });
  }

  @Override
  public synchronized int used(Instant now) {
    return ask(shared -> shared.used(now), () -> own.used(now));
  }

  @Override
  public synchronized Optional<Instant> freeAt(Instant now, int most) {
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
    T to(SqlLedger shared) throws SQLException;
  }

  private <T> T ask(Question<T> question, Supplier<T> otherwise) {
    if (!alone) {
      try {
        return question.to(new SqlLedger(database(), account));
      } catch (IOException | SQLException | LinkageError e) {
        goAlone(e);
      }
    }
    return otherwise.get();
  }

  private Database database() throws IOException, SQLException {
    Database open = database;
    if (open == null) {
      open = Database.open(folder);
      database = open;
    }
    return open;
  }

  private void goAlone(Throwable why) {
    alone = true;
    close();
    warning.accept(
        "API calls are counted in this process alone, so that several together may use up the"
            + " quota: %s cannot be used (%s); see that it is yours, writable and not full"
                .formatted(folder.resolve(Database.FILE), reason(why)));
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
