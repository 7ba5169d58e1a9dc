package io.ebb.sim;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/// The one door to the world: one visitor at a time, who finds it up to date.
final class SharedWorld {
  private final World world;
  private final Clock clock;
  private final Chronicle chronicle;

  SharedWorld(Scenario scenario, SimOptions options) {
    this.world = Genesis.create(scenario, options);
    this.clock = options.world();
    Clock beginning = Clock.fixed(world.now(), clock.getZone());
    this.chronicle = new Chronicle(() -> Genesis.create(scenario, options.withWorld(beginning)));
  }

  /// Lets the visitor look; what it finds must not be changed.
  <T> T visit(Function<World, T> visitor) {
    synchronized (world) {
      return visitor.apply(now());
    }
  }

  /// Lets the visitor change the world. It may come again, to a world like this one that is behind
  /// in time, and must do the same there.
  <T> T change(Function<World, T> visitor) {
    synchronized (world) {
      World visited = now();
      chronicle.add(visited.now(), visitor);
      return visitor.apply(visited);
    }
  }

  /// Lets the visitor look at what was true then.
  <T> T visit(Past past, Function<World, T> visitor) {
    synchronized (world) {
      Instant then = past.from(now().now(), world.changes());
      return visitor.apply(chronicle.at(then));
    }
  }

  private World now() {
    world.advance(clock.instant());
    return world;
  }
}
