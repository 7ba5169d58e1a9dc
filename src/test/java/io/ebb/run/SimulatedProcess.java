package io.ebb.run;

import feign.Client;
import feign.Request;
import feign.Response;
import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.api.EhpcApi;
import io.ebb.api.EhpcException;
import io.ebb.api.Time;
import io.ebb.api.Wired;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import io.ebb.sim.ShortWire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// One process of ours in a history: its own connection, clock and runner over the journal of all.
/// It may die at a point that was drawn before, or stall at one, and its calls take their time. Its
/// lease is not prolonged while it waits, as if its heartbeat were stuck: whoever wants the run can
/// take it over then.
final class SimulatedProcess {
  private static final String BASE = "/api";

  /// What is sent is there before its lease has run out ([Logbook]).
  private static final Duration MOST_TO_SEND = Duration.ofSeconds(9);

  private static final Duration MOST_TO_ANSWER = Duration.ofSeconds(30);

  /// The real time of a history does not count.
  private static final Duration NEVER = Duration.ofDays(1);

  final Cancellation cancellation = new Cancellation();

  private final HistoryWorld world;
  private final int number;
  private final Crash crash;
  private final boolean lucky;
  private final String name;
  private final Client wire;
  private final Runner runner;
  private final Question question;
  private final int stoppedAt;
  private final Witness witness;
  private boolean refused;
  private int events;

  /// @param crash where it dies
  /// @param lucky whether its calls never fail, and nobody stops it
  private SimulatedProcess(HistoryWorld world, Crash crash, boolean lucky) {
    Random random = world.random;
    this.world = world;
    this.number = ++world.processes;
    this.crash = crash;
    this.lucky = lucky;
    this.stoppedAt = !lucky && random.nextInt(3) == 0 ? random.nextInt(40) : -1;
    int stallsAt = !lucky && random.nextInt(3) == 0 ? random.nextInt(40) : -1;
    this.witness = new Witness(world, number, stallsAt);
    this.name = witness.name();
    this.question = question(random.nextInt(4) > 0);
    this.wire = new ShortWire(world.sim);
    Time time = time(skew(random));
    EhpcApi api = world.connect(time, listener(), this::exchange);
    Ehpc ehpc = new Ehpc(api);
    Means means =
        new Means(ehpc, time, new Watcher(ehpc, time), crash.around(witness), world.turns::nanos);
    this.runner = new Runner(means, api::calls, NEVER);
  }

  /// One that dies early.
  static SimulatedProcess mortal(HistoryWorld world) {
    return new SimulatedProcess(world, Crash.at(world.random.nextInt(80)), false);
  }

  /// One that does not die.
  ///
  /// @param lucky whether its calls never fail, and nobody stops it
  static SimulatedProcess immortal(HistoryWorld world, boolean lucky) {
    return new SimulatedProcess(world, Crash.never(), lucky);
  }

  private static Duration skew(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Duration.ofSeconds(random.nextInt(110) - 55L);
      case 1 -> Duration.ofSeconds(random.nextInt(1200) - 600L);
      default -> Duration.ZERO;
    };
  }

  /// Asked on a thread of its own, hence drawn before.
  private static Question question(boolean yes) {
    return new Question() {
      @Override
      public boolean deleteBusy(List<String> hosts, List<String> jobs) {
        return yes;
      }

      @Override
      public boolean confirm(String asked, List<String> hosts) {
        return yes;
      }
    };
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

  Run run(Plan plan) {
    return runner.run(plan, cancellation, this::heard, question);
  }

  Run resume(String of) {
    return runner.resume(of, cancellation, this::heard, question);
  }

  Run undo(String of) {
    return runner.undo(of, cancellation, this::heard, question);
  }

  Optional<Run> cancel(String of) {
    return runner.cancel(of, cancellation, this::heard, question);
  }

  /// What comes of what it does; empty when it dies, is refused, or cannot reach the service.
  Optional<Run> attempt(Supplier<Optional<Run>> deed) {
    world.alive.add(this);
    try {
      Optional<Run> come = deed.get();
      come.ifPresent(this::end);
      return come;
    } catch (Crash.Killed killed) {
      note("crashes", killed);
    } catch (RefusedException e) {
      refused = true;
      note("runs refused", e);
    } catch (EhpcException e) {
      note("first looks in vain", e);
    } finally {
      world.alive.remove(this);
      witness.over();
    }
    return Optional.empty();
  }

  private void note(String what, Throwable error) {
    world.tally.count(what);
    world.tell(name, String.valueOf(error.getMessage()));
  }

  private void end(Run come) {
    world.tally.count("runs " + come.state().label());
    come.nodes().forEach(node -> world.tally.count("nodes " + node.outcome().label()));
    if (!come.equals(world.ended.get(come.id())) && come.state() != RunState.INTERRUPTED) {
      world.violate("returned " + come + ", written down " + world.ended.get(come.id()));
    }
  }

  /// Whether it was not allowed to do what it wanted.
  boolean refused() {
    return refused;
  }

  /// How many changes it has sent.
  long sent() {
    return world.sent.stream().filter(sent -> sent.process() == number).count();
  }

  /// Listens to its run; somebody who listens too may stop it.
  private void heard(RunEvent event) {
    if (events++ == stoppedAt) {
      stop();
    }
    world.tell(name, event);
  }

  private void stop() {
    if (stoppedAt % 2 == 0) {
      world.tell("operator", "cancels");
      world.tally.count("cancelled");
      cancellation.cancel();
    } else {
      world.tell("operator", "interrupts");
      world.tally.count("interrupted");
      cancellation.interrupt("the operator");
    }
  }

  private Response exchange(Request request, Request.Options options) throws IOException {
    String path = URI.create(request.url()).getRawPath().substring(BASE.length());
    boolean write = Wired.writes(request);
    crash.pass("before calling " + path);
    world.asks(witness.carriesOut());
    world.turns.pass(world.chaos.latency(MOST_TO_SEND));
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
        witness.sent(path, before);
      }
      world.turns.pass(world.chaos.latency(MOST_TO_ANSWER));
      crash.pass("after calling " + path);
    }
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
