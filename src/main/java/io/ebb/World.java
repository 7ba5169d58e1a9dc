package io.ebb;

import io.ebb.api.CallLedger;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.run.Journal;
import io.ebb.run.SharedLedger;
import io.ebb.run.SqlJournal;
import io.ebb.run.Store;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.settings.Setting;
import io.ebb.settings.Settings;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The time that a service lives in, who counts the calls to it, and where runs are written down.
///
/// @param time what waits and deadlines are measured by
/// @param wall the clock that signatures are made with
/// @param ledger where calls are counted; closed with the connection
/// @param journal where runs are written down; closed with the connection
public record World(Time time, InstantSource wall, CallLedger ledger, Journal journal) {

  /// A world of one connection's own, which alone counts its calls and knows of its runs.
  public World(Time time, InstantSource wall) {
    this(time, wall, CallLedger.inMemory(), SqlJournal.inMemory(time));
  }

  /// The machine's time; calls are counted together with those of all processes that use the same
  /// key and state folder, or database when the settings name one, and runs are written down there.
  ///
  /// @param calls is told when that is not possible
  /// @throws io.ebb.settings.SettingsException when something needed is missing
  public static World shared(Settings settings, CallListener calls) {
    Connection connection = settings.connection();
    String account = connection.endpoint() + " " + connection.accessKeyId();
    Store store = store(settings);
    return new World(
        Time.system(),
        InstantSource.system(),
        new SharedLedger(store, account, calls::countedAlone),
        SqlJournal.of(store));
  }

  /// Where runs and calls are kept: in the database that the settings name, else in the state
  /// folder.
  public static Store store(Settings settings) {
    return settings
        .database()
        .map(Setting::value)
        .map(address -> Store.at(address.url(), reveal(address.user()), reveal(address.password())))
        .orElseGet(() -> Store.in(settings.stateFolder()));
  }

  private static @Nullable String reveal(@Nullable Secret secret) {
    return secret == null ? null : secret.reveal();
  }
}
