package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.cluster.NodeSet;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.settings.Connection;
import io.ebb.settings.DeleteKey;
import io.ebb.settings.Secret;
import io.ebb.sim.FastClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;

/// Ebb, through its Java face: a plan, which is then applied.
final class EbbClient implements Client {
  private static final double SPEED = 10_000;

  /// The calls an hour of a new account, and so many that nothing is held back.
  private static final int DOCUMENTED = 2_000;

  private static final int UNLIMITED = 1_000_000;

  private final Ebb ebb;
  private final Batches batches;

  EbbClient(Ebb ebb, Batches batches) {
    this.ebb = ebb;
    this.batches = batches;
  }

  /// Ebb, connected to a service whose time is the clock's, and which has no quota.
  static Ebb connect(Service service, TurnedClock clock) {
    return connect(service, turnedBySleeping(clock), clock, UNLIMITED);
  }

  /// Ebb, connected to a service that lives in the machine's time. Its own hours are shorter, so
  /// that its call quota does not hold it back.
  static Ebb connect(Service service) {
    Time fast = Time.scaled(FastClock.times(SPEED), SPEED);
    return connect(service, fast, Clock.systemUTC(), DOCUMENTED);
  }

  private static Ebb connect(Service service, Time time, Clock wall, int callsPerHour) {
    Connection connection =
        new Connection(
            service.endpoint(),
            service.zone(),
            service.accessKey(),
            new Secret(service.secretKey()),
            null,
            callsPerHour,
            DeleteKey.NODE_IDS,
            null);
    return Ebb.connect(connection, Limits.defaults(), new World(time, wall), CallListener.none());
  }

  private static Time turnedBySleeping(TurnedClock clock) {
    return new Time() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public void sleep(Duration span) {
        clock.sleep(span.isPositive() ? span : Duration.ZERO);
      }
    };
  }

  @Override
  public void retire(String cluster, SortedSet<Integer> serials) {
    NodeSet hosts = NodeSet.of(serials.stream().map(serial -> "node" + serial).toList());
    Plan plan = ebb.cluster(cluster).retire(hosts, ebb.defaults().withBatch(batches));
    Run run = ebb.apply(plan);
    if (run.state() != RunState.DONE) {
      throw new IllegalStateException(
          "Ebb ended "
              + run.state().label()
              + ": "
              + run.stopped()
              + ", "
              + run.nodes().getFirst());
    }
  }
}
