package io.ebb;

import io.ebb.api.CallLedger;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.run.Journal;
import io.ebb.run.SharedLedger;
import io.ebb.run.SqlJournal;
import io.ebb.run.Store;
import io.ebb.settings.Connection;
import io.ebb.settings.Settings;
import java.time.InstantSource;

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
  /// key and state folder, and runs are written down there.
  ///
  /// @param calls is told when that is not possible
  /// @throws io.ebb.settings.SettingsException when something needed is missing
  public static World shared(Settings settings, CallListener calls) {
    Connection connection = settings.connection();
    String account = connection.endpoint() + " " + connection.accessKeyId();
    Store store = Store.in(settings.stateFolder());
    return new World(
        Time.system(),
        InstantSource.system(),
        new SharedLedger(store, account, calls::countedAlone),
        SqlJournal.of(store));
  }
}
