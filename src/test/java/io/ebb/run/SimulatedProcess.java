package io.ebb.run;

import feign.Client;
import feign.Request;
import feign.Response;
import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.api.EhpcApi;
import io.ebb.api.Time;
import io.ebb.api.Wired;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import io.ebb.sim.Change;
import io.ebb.sim.ShortWire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One process of ours in a history: its own connection, clock and runner over the journal of all.
/// It dies at a point that was drawn before, and its calls take their time.
final class SimulatedProcess {
  private static final String BASE = "/api";

  final Ehpc ehpc;
  final Runner runner;
  final Cancellation cancellation = new Cancellation();

  private final HistoryWorld world;
  private final int number;
  private final Crash crash;
  private final boolean lucky;
  private final String name;
  private final Client wire;
  private final int cancelledAt;
  private String run = "";
  private int events;
  private Entry.@Nullable Intent unsent;

  /// @param number which process of the history it is
  /// @param crash where it dies
  /// @param lucky whether its calls never fail
  /// @param ahead how far its clock is ahead of the service's
  SimulatedProcess(HistoryWorld world, int number, Crash crash, boolean lucky, Duration ahead) {
    this.world = world;
    this.number = number;
    this.crash = crash;
    this.lucky = lucky;
    this.name = "process" + number;
    this.cancelledAt = world.random.nextInt(6) == 0 ? world.random.nextInt(40) : -1;
    this.wire = new ShortWire(world.sim);
    Time time = time(ahead);
    EhpcApi api = world.connect(time, listener(), this::exchange);
    this.ehpc = new Ehpc(api);
    this.runner = new Runner(ehpc, time, crash.around(journal()), api::calls);
  }

  private Time time(Duration ahead) {
    return new Time() {
      @Override
      public Instant instant() {
        return world.turns.instant().plus(ahead);
      }

      @Override
      public void sleep(Duration span) throws InterruptedException {
        world.turns.sleep(span);
        crash.pass("after waiting");
      }
    };
  }

  /// How many changes it has sent.
  long sent() {
    return world.sent.stream().filter(sent -> sent.process() == number).count();
  }

  /// Listens to its run; somebody who listens too may cancel it.
  void heard(RunEvent event) {
    if (events++ == cancelledAt) {
      world.tell("operator", "cancels");
      world.tally.count("cancelled");
      cancellation.cancel();
    }
    world.tell(name, event);
  }

  private Response exchange(Request request, Request.Options options) throws IOException {
    String path = URI.create(request.url()).getRawPath().substring(BASE.length());
    boolean write = Wired.writes(request);
    crash.pass("before calling " + path);
    world.turns.pass(world.chaos.latency());
    if (!lucky) {
      world.chaos.strike(world.sim, path, write);
    }
    world.calls.add(world.now());
    int before = world.happened();
    try {
      return wire.execute(request, options);
    } finally {
      world.tell(name, path);
      if (write) {
        note(path, before);
      }
      world.turns.pass(world.chaos.latency());
      crash.pass("after calling " + path);
    }
  }

  /// Writes down the change that was sent just now.
  private void note(String path, int before) {
    List<Change> changes = world.sim.changes();
    String operation =
        changes.subList(before, changes.size()).stream()
            .filter(change -> change.kind() == Change.Kind.OPERATION_STARTED)
            .map(Change::subject)
            .findFirst()
            .orElse(null);
    Entry.Intent intent = unsent;
    if (intent == null) {
      world.violate(name + " calls " + path + " without having written down its intent");
    } else {
      world.sent.add(new Sent(world.now(), number, run, intent, operation));
    }
    unsent = operation == null ? intent : null; // what was refused may be signed and sent again
  }

  private Journal journal() {
    return new ForwardingJournal(world.journal) {
      @Override
      public Lease begin(Entry.First first, @Nullable String parent) {
        Lease lease = super.begin(first, parent);
        run = lease.run();
        if (first instanceof Entry.Began(Instant _, Plan plan)) {
          world.plans.put(run, plan);
        }
        world.tell(name, "begins " + run);
        return lease;
      }

      @Override
      public Lease take(String taken, Set<String> nodes, Instant at) {
        Lease lease = super.take(taken, nodes, at);
        run = taken;
        world.tell(name, "takes " + run);
        return lease;
      }

      @Override
      public void write(Lease lease, Entry entry) {
        super.write(lease, entry);
        unsent = entry instanceof Entry.Intent intent ? intent : unsent;
        if (entry instanceof Entry.Ended(Instant _, Run ended)) {
          world.ended(ended);
        }
        world.tell(name, entry);
      }
    };
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void called(CallRecord call) {}

      @Override
      public void waiting(String why, Instant until) {
        world.tell(name, "waits until " + until + ", because " + why);
      }
    };
  }
}
