package io.ebb.run;

import static java.util.stream.Collectors.toSet;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A journal in a [Store]. What it has written survives a power cut. Leases run by the database's
/// time. Safe for use by many threads, one of which writes at a time.
///
/// Nothing is opened before the first use. After [#close] it is opened again when it is used.
public final class SqlJournal implements Journal {
  private final Store store;
  private final @Nullable InstantSource clock;
  private final OwnProcess self;
  private @Nullable Database database;

  private SqlJournal(Store store, @Nullable InstantSource clock, OwnProcess self) {
    this.store = store;
    this.clock = clock;
    this.self = self;
  }

  /// The journal in that store.
  public static SqlJournal of(Store store) {
    return new SqlJournal(store, null, OwnProcess.current());
  }

  /// The journal in the state folder, see [Store#in].
  public static SqlJournal in(Path folder) {
    return of(Store.in(folder));
  }

  /// The journal in that store, whose leases run by that clock: for a world in which time passes
  /// otherwise.
  public static SqlJournal of(Store store, InstantSource clock) {
    return new SqlJournal(store, clock, OwnProcess.current());
  }

  /// A journal that ends with it, and whose leases run by that clock.
  public static SqlJournal inMemory(InstantSource clock) {
    return of(Store.inMemory(), clock);
  }

  /// A journal whose leases run by that clock, and are those of that process.
  static SqlJournal of(Store store, InstantSource clock, OwnProcess self) {
    return new SqlJournal(store, clock, self);
  }

  @Override
  public Owner self() {
    return self.owner();
  }

  @Override
  public Lease begin(Entry.First first, @Nullable String parent) {
    return transact(db -> {
      Runs runs = runs(db);
      if (first instanceof Entry.Began(Instant _, Plan plan, String _)) {
        refuseAgain(runs, plan);
      }
      RunRow run = runs.begin(first, parent);
      if (first instanceof Entry.Began began) {
        Plan plan = began.plan();
        hold(runs, new Holds(db), run.id(), plan);
        new Outcomes(db).begin(run.id(), began);
      }
      return new Lease(run.id(), run.epoch(), null);
    });
  }

  private static void refuseAgain(Runs runs, Plan plan) throws SQLException {
    Optional<String> before = runs.ofDigest(plan.digest());
    if (before.isPresent()) {
      throw RefusedException.begun(plan, runs.head(before.get()));
    }
  }

  private static void hold(Runs runs, Holds holds, String run, Plan plan) throws SQLException {
    Map<String, String> holders = holds.holders();
    for (String holder : Set.copyOf(holders.values())) {
      Set<String> hosts =
          plan.targets().stream()
              .filter(target -> holder.equals(holders.get(target.id())))
              .map(Target::host)
              .collect(toSet());
      if (!hosts.isEmpty()) {
        throw RefusedException.held(plan, hosts, runs.head(holder));
      }
    }
    holds.take(run, plan.cluster(), plan.targets().stream().map(Target::id).toList());
  }

  @Override
  public Optional<String> runOf(String digest) {
    return read(db -> runs(db).ofDigest(digest));
  }

  @Override
  public Lease take(String run, Set<String> nodes, Instant at) {
    return transact(db -> {
      RunRow row = runs(db).get(run);
      Lease lease = runs(db).take(row);
      hold(runs(db), new Holds(db), run, row.cluster(), nodes);
      return lease;
    });
  }

  private static void hold(Runs runs, Holds holds, String run, String cluster, Set<String> nodes)
      throws SQLException {
    Map<String, String> holders = holds.holders();
    for (String node : nodes) {
      String holder = holders.getOrDefault(node, run);
      if (!holder.equals(run)) {
        throw RefusedException.held(run, node, runs.head(holder));
      }
    }
    holds.take(run, cluster, nodes);
  }

  @Override
  public void hold(Lease lease, String cluster, Set<String> nodes) {
    transact(db -> {
      RunRow run = leased(runs(db), lease);
      hold(runs(db), new Holds(db), run.id(), cluster, nodes);
      return run;
    });
  }

  private static RunRow leased(Runs runs, Lease lease) throws SQLException {
    RunRow run = runs.get(lease);
    if (!run.leased()) {
      throw LeaseLostException.givenBack(run);
    }
    return run;
  }

  @Override
  public void write(Lease lease, Entry entry) {
    Event event = EventCodec.encode(entry);
    transact(db -> {
      Runs runs = runs(db);
      RunRow run = leased(runs, lease);
      runs.advance(run, new Events(db).append(run, event));
      follow(entry, run, runs, new Holds(db));
      new Outcomes(db).follow(run, entry);
      return run;
    });
  }

  /// What an event changes beside being written.
  private static void follow(Entry entry, RunRow run, Runs runs, Holds holds) throws SQLException {
    switch (entry) {
      case Entry.Settled(Instant at, NodeOutcome node) -> holds.release(run.id(), node.id(), at);
      case Entry.Interrupted _ -> runs.release(run);
      case Entry.Called called -> holds.releaseAll(run.id(), called.at());
      case Entry.Finished(Instant at, RunState state, String _) -> {
        runs.end(run, state, at);
        holds.releaseAll(run.id(), at);
      }
      case Entry.Ended(Instant at, Run ended) -> {
        runs.end(run, ended.state(), at);
        holds.releaseAll(run.id(), at);
      }
      default -> {}
    }
  }

  @Override
  public boolean renew(Lease lease) {
    return transact(db -> {
      RunRow run = runs(db).get(lease);
      if (run.leased()) {
        runs(db).prolong(run);
      }
      return run.cancelAsked();
    });
  }

  @Override
  public void askToCancel(String run) {
    transact(db -> {
      RunRow row = runs(db).get(run);
      runs(db).askToCancel(row);
      return row;
    });
  }

  @Override
  public Set<String> heldBefore(String run) {
    return read(db -> new Holds(db).before(run));
  }

  @Override
  public Map<String, String> holders() {
    return read(db -> Map.copyOf(new Holds(db).holders()));
  }

  @Override
  public boolean quietSince(String cluster, Instant moment) {
    return read(db -> new Holds(db).quietSince(cluster, moment));
  }

  @Override
  public List<Entry> entries(String run) {
    Stored stored =
        read(db -> {
          RunRow row = runs(db).get(run);
          return new Stored(row, new Events(db).of(row));
        });
    List<Entry> entries = decoded(run, stored.events());
    stored.row().check(entries);
    return entries;
  }

  /// A run as it stands at one moment.
  private record Stored(RunRow row, List<Event> events) {}

  private static List<Entry> decoded(String run, List<Event> events) {
    List<Entry> entries = new ArrayList<>(events.size());
    for (Event event : events) {
      try {
        entries.add(EventCodec.decode(event));
      } catch (UnreadableEventException e) {
        throw new JournalException(
            "event %d of run %s: %s".formatted(entries.size() + 1, run, e.getMessage()), e);
      }
    }
    return entries;
  }

  @Override
  public RunHead head(String run) {
    return read(db -> runs(db).head(run));
  }

  @Override
  public List<RunHead> heads(int atMost) {
    return read(db -> {
      Runs runs = runs(db);
      return runs.last(atMost).stream().map(runs::head).toList();
    });
  }

  @Override
  public List<RunHead> find(RunQuery query, int atMost) {
    return read(db -> runs(db).find(query, atMost));
  }

  @Override
  public List<RunHead> parts(String run) {
    return read(db -> {
      long now = now(db);
      return runs(db).parts(run).stream().map(row -> row.head(now, self)).toList();
    });
  }

  @Override
  public synchronized void close() {
    Database open = database;
    database = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        throw Trouble.of(store, e);
      }
    }
  }

  private Runs runs(Database db) throws SQLException {
    return new Runs(db, self, now(db));
  }

  private long now(Database db) throws SQLException {
    return clock == null ? db.dialect().now(db) : Micros.of(clock.instant());
  }

  private <T> T transact(Database.Work<T> work) {
    try {
      return database().transact(work);
    } catch (IOException | SQLException | LinkageError e) {
      throw Trouble.of(store, e);
    }
  }

  private <T> T read(Database.Work<T> work) {
    try {
      return database().read(work);
    } catch (IOException | SQLException | LinkageError e) {
      throw Trouble.of(store, e);
    }
  }

  /// The same journal as another process sees it, over the connection of this one.
  SqlJournal seenBy(OwnProcess other) throws IOException, SQLException {
    SqlJournal seen = new SqlJournal(store, clock, other);
    seen.database = database();
    return seen;
  }

  synchronized Database database() throws IOException, SQLException {
    Database open = database;
    if (open == null) {
      open = Database.open(store, Durability.POWER_CUT);
      database = open;
    }
    return open;
  }
}
