package io.ebb.repl.completion;

import io.ebb.Ebb;
import io.ebb.cluster.Cluster;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.LastSeen;
import io.ebb.cluster.Members;
import io.ebb.run.RunHead;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What there is by name, as the session has seen it last. What is old is read again behind, on
/// threads of its own, and only as far as that takes a small part of the calls that are left. Who
/// asks waits for a short time at most: when nothing is known yet, or something was changed from
/// here. Never throws; what goes wrong is known and kept quiet. Safe for use by many threads.
public final class LiveIds implements Ids, AutoCloseable {
  /// What is younger is not read again.
  static final Duration FRESH = Duration.ofSeconds(60);

  /// The same while something changes in the cluster.
  static final Duration UNSETTLED = Duration.ofSeconds(10);

  private static final Duration FRESH_RUNS = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /// The part of the calls left that one reading may take.
  private static final double MOST_CALLS = 0.02;

  private static final int PAGE = 100;
  private static final int MOST_RUNS = 50;

  private final Ehpc ehpc;
  private final LastSeen seen;
  private final Supplier<List<RunHead>> journal;
  private final InstantSource clock;
  private final Executor executor;
  private final Duration patience;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private volatile Optional<String> trouble = Optional.empty();
  private volatile List<RunHead> runs = List.of();

  /// What is read behind for one list.
  private record Reading(Due due, Behind behind) {}

  /// Of the account and the journal of this Ebb, by virtual threads.
  public LiveIds(Ebb ebb) {
    this(
        ebb.ehpc(),
        () -> ebb.journal().heads(MOST_RUNS),
        ebb.time(),
        Executors.newVirtualThreadPerTaskExecutor(),
        PATIENCE);
  }

  LiveIds(
      Ehpc ehpc,
      Supplier<List<RunHead>> journal,
      InstantSource clock,
      Executor executor,
      Duration patience) {
    this.ehpc = ehpc;
    this.seen = ehpc.lastSeen();
    this.journal = journal;
    this.clock = clock;
    this.executor = executor;
    this.patience = patience;
  }

  /// Has the clusters listed behind, so that the first who asks need not wait.
  public void prepare() {
    begin(reading("clusters"), FRESH, 0, ehpc::clusters);
  }

  @Override
  public List<Cluster> clusters() {
    Reading reading = reading("clusters");
    begin(reading, FRESH, 0, ehpc::clusters);
    if (seen.clusters().isEmpty()) {
      reading.behind.await(patience);
    }
    return seen.clusters().orElse(List.of());
  }

  @Override
  public Optional<Members> members(String cluster) {
    Reading reading = reading("members of " + cluster);
    long changes = ehpc.changes(cluster);
    Optional<Members> known = seen.members(cluster);
    boolean current = known.isPresent() && seen.changes(cluster) == changes;
    Duration fresh = known.filter(LiveIds::unsettled).isPresent() ? UNSETTLED : FRESH;
    if (!current || old(known.get(), fresh)) {
      begin(reading, fresh, changes, () -> look(cluster));
    }
    if (!current) {
      reading.behind.await(patience);
    }
    return seen.members(cluster);
  }

  @Override
  public Set<String> seen() {
    return seen.known();
  }

  @Override
  public List<RunHead> runs() {
    Reading reading = reading("runs");
    begin(reading, FRESH_RUNS, 0, () -> runs = journal.get());
    reading.behind.await(patience);
    return runs;
  }

  /// What went wrong last, if anything: why there may be fewer ids than there should be.
  public Optional<String> trouble() {
    return trouble;
  }

  private Reading reading(String what) {
    return readings.computeIfAbsent(
        what, _ -> new Reading(new Due(), new Behind(executor, this::failed)));
  }

  private void failed(RuntimeException e) {
    trouble = Optional.of(String.valueOf(e.getMessage()));
  }

  private void begin(Reading reading, Duration fresh, long changes, Runnable work) {
    if (reading.due.claim(clock.instant(), fresh, changes)) {
      reading.behind.begin(work);
    }
  }

  private boolean old(Members members, Duration fresh) {
    Instant until = members.takenAt().plus(fresh);
    return !clock.instant().isBefore(until);
  }

  private static boolean unsettled(Members members) {
    return members.nodes().stream().anyMatch(node -> node.inTransition());
  }

  private void look(String cluster) {
    int calls = calls(cluster);
    int left = ehpc.budget().left();
    if (calls > left * MOST_CALLS) {
      trouble =
          Optional.of(
              "the nodes of %s are not listed again: that takes %d of the %d calls left"
                  .formatted(cluster, calls, left));
      return;
    }
    ehpc.members(cluster);
    trouble = Optional.empty();
  }

  /// How many calls its nodes and queues take.
  private int calls(String cluster) {
    Optional<Members> known = seen.members(cluster);
    int nodes = known.map(members -> members.nodes().size()).orElseGet(() -> count(cluster));
    int queues = known.map(members -> members.queues().size()).orElse(0);
    return pages(nodes) + pages(queues);
  }

  private int count(String cluster) {
    return seen.clusters().orElseGet(ehpc::clusters).stream()
        .filter(each -> each.id().equals(cluster))
        .mapToInt(Cluster::nodes)
        .findFirst()
        .orElse(0);
  }

  /// Each further page shows one item again.
  private static int pages(int items) {
    return 1 + Math.ceilDiv(Math.max(0, items - PAGE), PAGE - 1);
  }

  /// Breaks off what is read.
  @Override
  public void close() {
    if (executor instanceof ExecutorService own) {
      own.shutdownNow();
    }
  }
}
