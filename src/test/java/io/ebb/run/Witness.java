package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.sim.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The journal of all as one process of a history writes it: takes down what it means to send, and
/// what it sends then. The process may stall at one of its writes, before it goes on.
final class Witness extends ForwardingJournal {
  private final HistoryWorld world;
  private final int process;
  private final int stallsAt;
  private String run = "";
  private int writes;
  private Entry.@Nullable Intent unsent;

  /// @param process its number
  /// @param stallsAt after which write it stalls, from 0; negative when it does not
  Witness(HistoryWorld world, int process, int stallsAt) {
    super(world.journal);
    this.world = world;
    this.process = process;
    this.stallsAt = stallsAt;
  }

  /// How the process is told of.
  String name() {
    return "process" + process;
  }

  /// Whether the process carries out a run.
  boolean carriesOut() {
    return !run.isEmpty();
  }

  /// The process carries out no run any more.
  void over() {
    run = "";
  }

  @Override
  public Lease begin(Entry.First first, @Nullable String parent) {
    Lease lease = super.begin(first, parent);
    run = lease.run();
    if (first instanceof Entry.Began(Instant _, Plan plan, String _)) {
      world.plans.put(run, plan);
    }
    world.tell(name(), "begins " + run);
    return lease;
  }

  @Override
  public Lease take(String taken, Set<String> nodes, Instant at) {
    Lease lease = super.take(taken, nodes, at);
    run = taken;
    world.tell(name(), "takes " + run);
    return lease;
  }

  @Override
  public void write(Lease lease, Entry entry) {
    super.write(lease, entry);
    unsent = entry instanceof Entry.Intent intent ? intent : unsent;
    if (entry instanceof Entry.Ended(Instant _, Run ended)) {
      world.ended(ended);
    }
    world.tell(name(), entry);
    if (writes++ == stallsAt) {
      stall();
    }
  }

  /// The whole process stands still, for longer than its lease holds or not.
  private void stall() {
    Duration span = Duration.ofSeconds(1L << world.random.nextInt(11));
    world.tell(name(), "stalls for " + span);
    world.tally.count("stalls");
    world.turns.pass(span);
  }

  /// A change was sent just now.
  ///
  /// @param before how much had happened in the world before
  void sent(String path, int before) {
    List<Change> changes = world.sim.changes();
    String operation =
        changes.subList(before, changes.size()).stream()
            .filter(change -> change.kind() == Change.Kind.OPERATION_STARTED)
            .map(Change::subject)
            .findFirst()
            .orElse(null);
    Entry.Intent intent = unsent;
    if (intent == null) {
      world.violate(name() + " calls " + path + " without having written down its intent");
    } else {
      world.sent.add(new Sent(world.now(), process, run, intent, operation));
    }
    unsent = operation == null ? intent : null; // what was refused may be signed and sent again
  }
}
