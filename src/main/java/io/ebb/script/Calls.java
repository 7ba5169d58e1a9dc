package io.ebb.script;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the calls of a script or statement are carried out: what only looks is left at once when the
/// script is interrupted, what changes something is not.
///
/// A read that blocks hears no interrupt on a platform's thread. It is made on a virtual one, where
/// an interrupt closes its socket.
final class Calls {
  private volatile @Nullable String changing;

  /// Reads aside, and waits for that.
  ///
  /// @throws CancelledException when this thread is interrupted meanwhile
  <T extends @Nullable Object> T read(Supplier<T> read) {
    FutureTask<T> task = new FutureTask<>(read::get);
    Thread aside = Thread.ofVirtual().name("script-read").start(task);
    try {
      return task.get();
    } catch (InterruptedException _) {
      aside.interrupt();
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  /// Makes a change, to its end.
  ///
  /// @param what in a few words, for people
  <T extends @Nullable Object> T change(String what, Supplier<T> change) {
    changing = what;
    try {
      return change.get();
    } finally {
      changing = null;
    }
  }

  /// The change that is being made.
  Optional<String> change() {
    return Optional.ofNullable(changing);
  }

  private static RuntimeException thrown(ExecutionException e) {
    switch (e.getCause()) {
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default ->
          throw new IllegalStateException("nothing that reads throws a checked exception", e);
    }
  }
}
