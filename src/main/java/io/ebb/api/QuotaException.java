package io.ebb.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Out of something that is counted: resources, money, or calls.
public final class QuotaException extends EhpcException {
  private static final long serialVersionUID = 1;

  private final @Nullable Instant freeAt;

  /// Of this failure, which nobody knows the end of.
  public QuotaException(Failure failure) {
    this(failure, null);
  }

  /// Of this failure.
  ///
  /// @param freeAt when there is room again; null when that is not known
  public QuotaException(Failure failure, @Nullable Instant freeAt) {
    super("quota", failure);
    this.freeAt = freeAt;
  }

  /// When the window of calls has room again; empty when that is not known, or when it is another
  /// quota.
  public Optional<Instant> freeAt() {
    return Optional.ofNullable(freeAt);
  }
}
