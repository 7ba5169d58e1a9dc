package io.ebb.run;

import io.ebb.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run as the journal has it, but for its events.
///
/// @param number its place among all runs, from 1
/// @param digest of its plan; null when it carries out a script
/// @param state how it ended; null when it has not
/// @param leased whether somebody holds its lease, or did until it ran out
/// @param leaseUntil in microseconds since 1970
/// @param operator who has begun it; empty when an older version of Ebb has
/// @param events how many there are
/// @param hash of the last event
record RunRow(
    long number,
    String id,
    @Nullable String parent,
    @Nullable String digest,
    String title,
    String cluster,
    boolean script,
    boolean runbook,
    @Nullable RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    long epoch,
    boolean leased,
    long leaseUntil,
    Owner owner,
    String place,
    boolean cancelAsked,
    String operator,
    long events,
    String hash) {

  static RunRow of(ResultSet row) throws SQLException {
    RunState state = state(row);
    long endedAt = row.getLong("ended_at");
    return new RunRow(
        row.getLong("number"),
        row.getString("id"),
        row.getString("parent"),
        row.getString("digest"),
        row.getString("title"),
        row.getString("cluster"),
        row.getLong("script") > 0,
        row.getLong("script") == 2,
        state,
        Micros.instant(row.getLong("started_at")),
        state == null ? null : Micros.instant(endedAt),
        row.getLong("epoch"),
        row.getLong("leased") == 1,
        row.getLong("lease_until"),
        new Owner(
            row.getString("owner_host"),
            row.getLong("owner_pid"),
            Micros.instant(row.getLong("owner_started_at")),
            row.getString("owner_user")),
        row.getString("owner_place"),
        row.getLong("cancel_asked") == 1,
        row.getString("operator"),
        row.getLong("events"),
        row.getString("hash"));
  }

  private static @Nullable RunState state(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String label = row.getString("state");
    if (label == null) {
      return null;
    }
    return Arrays.stream(RunState.values())
        .filter(state -> state.label().equals(label))
        .findFirst()
        .orElseThrow(() -> TamperedException.head(id));
  }

  /// What is told of the run without its events, as its first event has it.
  static @Nullable String digest(Entry.First first) {
    return switch (first) {
      case Entry.Began(var _, Plan plan, var _) -> plan.digest();
      case Entry.Scripted _ -> null;
    };
  }

  static String title(Entry.First first) {
    return switch (first) {
      case Entry.Began(var _, Plan plan, var _) -> plan.title();
      case Entry.Scripted script -> script.file();
    };
  }

  static String cluster(Entry.First first) {
    return switch (first) {
      case Entry.Began(var _, Plan plan, var _) -> plan.cluster();
      case Entry.Scripted _ -> "";
    };
  }

  /// Checks what stands here against the run's events, which are chained by their hashes.
  ///
  /// @throws TamperedException when it does not follow from them
  void check(List<Entry> entries) {
    if (!(entries.getFirst() instanceof Entry.First first)
        || !beganAs(first)
        || !endedAs(entries.getLast(), entries)) {
      throw TamperedException.head(id);
    }
  }

  private boolean beganAs(Entry.First first) {
    String above = id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : null;
    return Objects.equals(parent, above)
        && script == first instanceof Entry.Scripted
        && runbook == (first instanceof Entry.Scripted text && text.runbook())
        && Objects.equals(digest, digest(first))
        && title.equals(title(first))
        && cluster.equals(cluster(first))
        && operator.equals(first.operator())
        && Micros.of(startedAt) == Micros.of(first.at());
  }

  private boolean endedAs(Entry last, List<Entry> entries) {
    return switch (last) {
      case Entry.Ended(Instant at, Run run) -> endedAs(run.state(), at, entries);
      case Entry.Finished(Instant at, RunState how, String _) -> endedAs(how, at, entries);
      default -> state == null;
    };
  }

  /// A run that had ended may just have been taken again, of which no event tells yet.
  private boolean endedAs(RunState how, Instant at, List<Entry> entries) {
    long gone = entries.stream().filter(Entry.Resumed.class::isInstance).count();
    return state == null
        ? epoch > 1 + gone
        : state == how && endedAt != null && Micros.of(endedAt) == Micros.of(at);
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
        runbook,
        state == null ? stands : state,
        startedAt,
        endedAt,
        owner,
        Micros.instant(leaseUntil),
        cancelAsked,
        operator,
        events,
        hash);
  }
}
