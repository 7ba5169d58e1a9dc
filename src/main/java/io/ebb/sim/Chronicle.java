package io.ebb.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that was ever done to a world from outside, so that what it was at any time can be worked
/// out: by doing it again to another one with the same beginning.
///
/// Keeps as much as the world itself, which forgets no operation either. Not safe for use by many
/// threads.
final class Chronicle {
  private record Deed(Instant at, Function<World, ?> change) {}

  private final Supplier<World> beginning;
  private final List<Deed> deeds = new ArrayList<>();
  private @Nullable World twin;
  private int done;

  Chronicle(Supplier<World> beginning) {
    this.beginning = beginning;
  }

  void add(Instant at, Function<World, ?> change) {
    deeds.add(new Deed(at, change));
  }

  /// The world as it was then. It goes on from where the last question left it, and starts over
  /// only for an earlier time.
  World at(Instant then) {
    World past = twin;
    if (past == null || past.now().isAfter(then)) {
      past = beginning.get();
      done = 0;
    }
    twin = past;
    while (done < deeds.size() && !deeds.get(done).at().isAfter(then)) {
      redo(deeds.get(done), past);
      done++;
    }
    past.advance(then);
    return past;
  }

  private static void redo(Deed deed, World past) {
    past.advance(deed.at());
    try {
      Object _ = deed.change().apply(past);
    } catch (Refusal | IllegalArgumentException _) {
      // It failed the first time, too; but may have used up ids before it did.
    }
  }
}
