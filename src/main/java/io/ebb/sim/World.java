package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import io.ebb.sim.SimOperation.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The simulated world: clusters and operations, and what time does to them.
///
/// It has no thread of its own: whoever looks first brings it up to date. It never sees HTTP. Not
/// safe for use by many threads; see [SharedWorld].
final class World {
  private final SimOptions options;
  private final String owner;
  private final Map<String, SimCluster> clusters = new LinkedHashMap<>();
  private final List<SimOperation> operations = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Ids ids = new Ids();
  private Instant now;

  World(SimOptions options, String owner) {
    this.options = options;
    this.owner = owner;
    this.now = options.world().instant();
  }

  Instant now() {
    return now;
  }

  String owner() {
    return owner;
  }

  Ids ids() {
    return ids;
  }

  List<SimCluster> clusters() {
    return List.copyOf(clusters.values());
  }

  void add(SimCluster cluster) {
    clusters.put(cluster.id(), cluster);
  }

  SimCluster cluster(String id) {
    return Optional.ofNullable(clusters.get(id)).orElseThrow(() -> Refusal.notFound("cluster", id));
  }

  List<SimOperation> operations() {
    return operations;
  }

  List<Change> changes() {
    return changes;
  }

  /// A log for what happens now, by the operation or, when that is empty, by nobody's.
  Log log(String operation) {
    return new Log(changes, now, operation);
  }

  /// Accepts work and returns the id of its operation.
  ///
  /// @throws Refusal when the state of the world forbids it and refusals are immediate
  String start(Work work, Fate wanted) {
    Fate fate = refused(work) ? Fate.REFUSED : wanted;
    if (fate != Fate.REFUSED) {
      work.begin();
    }
    SimOperation operation =
        new SimOperation(ids.operation(), work, fate, now, work.takes(options));
    operations.add(operation);
    log(operation.id()).operation(Kind.OPERATION_STARTED);
    return operation.id();
  }

  private boolean refused(Work work) {
    try {
      work.check();
      return false;
    } catch (Refusal refusal) {
      if (options.dialect().has(Variant.REFUSES_BY_FAILED_OPERATION)) {
        return true;
      }
      throw refusal;
    }
  }

  /// Lets everything happen that is due until then, in the order of time.
  void advance(Instant until) {
    for (Instant next = nextEvent(); !next.isAfter(until); next = nextEvent()) {
      now = next;
      happen();
    }
    now = latest(now, until);
  }

  private Instant nextEvent() {
    Stream<Instant> ends = operations.stream().map(SimOperation::due);
    Stream<Instant> jobs =
        clusters.values().stream()
            .flatMap(cluster -> cluster.jobs().stream().map(job -> nextEvent(cluster, job)));
    return latest(now, Stream.concat(ends, jobs).min(Instant::compareTo).orElse(Instant.MAX));
  }

  private static Instant nextEvent(SimCluster cluster, SimJob job) {
    return job.willStart() && cluster.hasRoomFor(job) ? job.startsAt() : job.endsAt();
  }

  /// Jobs end before nodes go, and start before nodes leave: at one and the same instant a job is
  /// not lost that was just over, and a job may land on a node that is about to leave.
  private void happen() {
    for (SimCluster cluster : clusters.values()) {
      cluster.jobs().stream().filter(job -> !job.endsAt().isAfter(now)).forEach(this::finish);
      cluster.jobs().stream()
          .filter(job -> !job.startsAt().isAfter(now) && cluster.hasRoomFor(job))
          .forEach(this::start);
    }
    operations.stream()
        .filter(operation -> !operation.due().isAfter(now))
        .forEach(operation -> operation.end(log(operation.id())));
  }

  private void start(SimJob job) {
    job.start(now);
    log("").job(Kind.JOB_STARTED, job);
  }

  private void finish(SimJob job) {
    job.finish(now);
    log("").job(Kind.JOB_FINISHED, job);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
