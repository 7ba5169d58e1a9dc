package io.ebb.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A run as the journal has it, but for its events.
///
/// @param state how it ended; null when it has not
/// @param leased whether somebody holds its lease, or did until it ran out
/// @param leaseUntil in microseconds since 1970
/// @param events how many there are
/// @param hash of the last event
record RunRow(
    String id,
    @Nullable String parent,
    String title,
    String cluster,
    boolean script,
    @Nullable RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    long epoch,
    boolean leased,
    long leaseUntil,
    Owner owner,
    String place,
    boolean cancelAsked,
    long events,
    String hash) {

  static RunRow of(ResultSet row) throws SQLException {
    String state = row.getString("state");
    long endedAt = row.getLong("ended_at");
    return new RunRow(
        row.getString("id"),
        row.getString("parent"),
        row.getString("title"),
        row.getString("cluster"),
        row.getLong("script") == 1,
        state == null ? null : RunState.valueOf(state.toUpperCase(Locale.ROOT)),
        Micros.instant(row.getLong("started_at")),
        state == null ? null : Micros.instant(endedAt),
        row.getLong("epoch"),
        row.getLong("leased") == 1,
        row.getLong("lease_until"),
        new Owner(
            row.getString("owner_host"),
            row.getLong("owner_pid"),
            Micros.instant(row.getLong("owner_started_at"))),
        row.getString("owner_place"),
        row.getLong("cancel_asked") == 1,
        row.getLong("events"),
        row.getString("hash"));
  }

  /// Whether somebody carries it out, as far as can be told from here.
  boolean carriedOut(long now, OwnProcess self) {
    return leased && leaseUntil > now && !self.knowsGone(owner, place);
  }

  RunHead head(long now, OwnProcess self) {
    RunState stands = carriedOut(now, self) ? RunState.RUNNING : RunState.INTERRUPTED;
    return new RunHead(
        id,
        parent,
        title,
        cluster,
        script,
        state == null ? stands : state,
        startedAt,
        endedAt,
        owner,
        Micros.instant(leaseUntil),
        cancelAsked,
        events);
  }
}
