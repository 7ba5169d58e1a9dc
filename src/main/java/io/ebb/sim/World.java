package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import io.ebb.sim.SimOperation.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// The simulated world: clusters and operations, and what time does to them.
///
/// It has no thread of its own: whoever looks first brings it up to date. It never sees HTTP. Not
/// safe for use by many threads; see [SharedWorld].
final class World {
  private static final Comparator<SimOperation> NEXT_FIRST =
      Comparator.comparing(SimOperation::due).thenComparingInt(SimOperation::number);

  private final SimOptions options;
  private final Scenario scenario;
  private final Map<String, SimCluster> clusters = new LinkedHashMap<>();
  private final List<SimOperation> operations = new ArrayList<>();
  private final PriorityQueue<SimOperation> pending = new PriorityQueue<>(NEXT_FIRST);
  private final List<Change> changes = new ArrayList<>();
  private final Ids ids = new Ids();
  private Instant now;

  World(SimOptions options, Scenario scenario) {
    this.options = options;
    this.scenario = scenario;
    this.now = options.world().instant();
  }

  Instant now() {
    return now;
  }

  Spans spans() {
    return options.spans();
  }

  String owner() {
    return scenario.owner();
  }

  List<Scenario.Software> software() {
    return scenario.software();
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

  void remove(SimCluster cluster) {
    clusters.remove(cluster.id());
  }

  SimCluster cluster(String id) {
    return Optional.ofNullable(clusters.get(id)).orElseThrow(() -> Refusal.notFound("cluster", id));
  }

  /// All operations there ever were, in the order of creation.
  List<SimOperation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /// The operations that have not ended, in no order.
  Collection<SimOperation> pending() {
    return Collections.unmodifiableCollection(pending);
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
    Optional<Refusal> refusal = refused(work);
    if (refusal.isEmpty()) {
      work.begin();
    }
    SimOperation operation =
        new SimOperation(
            new SimOperation.Facts(ids.operation(), operations.size(), work, now, spans()),
            refusal.isPresent() ? Fate.REFUSED : wanted,
            refusal.map(Refusal::code).orElse(Refusal.INTERNAL));
    operations.add(operation);
    pending.add(operation);
    log(operation.id()).operation(Kind.OPERATION_STARTED);
    return operation.id();
  }

  private Optional<Refusal> refused(Work work) {
    try {
      work.check();
      return Optional.empty();
    } catch (Refusal refusal) {
      if (options.refusals() == SimOptions.Refusals.AT_ONCE) {
        throw refusal;
      }
      return Optional.of(refusal);
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
    Instant next = pending.isEmpty() ? Instant.MAX : pending.element().due();
    for (SimCluster cluster : clusters.values()) {
      Instant job = new Scheduler(cluster).nextEvent();
      next = job.isBefore(next) ? job : next;
    }
    return latest(now, next);
  }

  /// Jobs end before nodes go, and start before nodes leave: at one and the same instant a job is
  /// not lost that was just over, and a job may land on a node that is about to leave.
  private void happen() {
    clusters.values().forEach(cluster -> new Scheduler(cluster).happen(log("")));
    while (!pending.isEmpty() && !pending.element().due().isAfter(now)) {
      SimOperation operation = pending.remove();
      operation.end(log(operation.id()));
    }
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
