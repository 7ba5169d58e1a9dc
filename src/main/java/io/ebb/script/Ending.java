package io.ebb.script;

import org.jspecify.annotations.Nullable;

/// What ends a script other than its own code: that it was cancelled, a bound, a fault of ours. As
/// both languages let a script catch what is thrown into it, it also has the script's own code
/// stopped from outside, which none can catch.
///
/// Safe for use by many threads.
final class Ending {
  private @Nullable Throwable why;
  private @Nullable Runnable stop;

  /// What stops the script's own code; to return at once.
  synchronized void stopBy(Runnable stop) {
    this.stop = stop;
    if (why != null) {
      stop.run();
    }
  }

  /// Ends the script. The first reason counts.
  ///
  /// @return what to throw into the script
  synchronized HaltedException halt(Throwable reason) {
    why = why == null ? reason : why;
    if (stop != null) {
      stop.run();
    }
    return new HaltedException(why);
  }

  /// What has ended the script, if anything has.
  synchronized @Nullable Throwable why() {
    return why;
  }

  /// Throws what has ended the script, if anything has.
  void rethrow() {
    switch (why()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("nothing checked ends a script", e);
    }
  }
}
