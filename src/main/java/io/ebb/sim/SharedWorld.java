package io.ebb.sim;

import java.time.Clock;
import java.util.function.Function;

/// The one door to the world: one visitor at a time, who finds it up to date.
final class SharedWorld {
  private final World world;
  private final Clock clock;

  SharedWorld(World world, Clock clock) {
    this.world = world;
    this.clock = clock;
  }

  <T> T visit(Function<World, T> visitor) {
    synchronized (world) {
      world.advance(clock.instant());
      return visitor.apply(world);
    }
  }
}
