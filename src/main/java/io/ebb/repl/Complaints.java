package io.ebb.repl;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hears what JLine logs while it is open, which would spoil the screen otherwise.
final class Complaints extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("org.jline");
  private final boolean usedParents = logger.getUseParentHandlers();
  private @Nullable String first;

  Complaints() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /// What was said first.
  Optional<String> first() {
    return Optional.ofNullable(first);
  }

  @Override
  public void publish(LogRecord record) {
    if (first == null) {
      first = record.getMessage();
    }
  }

  @Override
  public void flush() {
    // Nothing is written.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(usedParents);
  }
}
