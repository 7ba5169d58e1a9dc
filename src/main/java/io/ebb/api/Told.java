package io.ebb.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An [EhpcException] as plain data: all that it takes to throw the same one again later, in
/// another process.
///
/// @param kind the exception's [EhpcException#kind]
/// @param failure what it was made from
/// @param freeAt of a quota: when there is room again; null when that is not known
/// @param sent of an ambiguous write: what was sent; else null
public record Told(String kind, Failure failure, @Nullable Instant freeAt, @Nullable Sent sent) {

  /// What this exception tells.
  public static Told of(EhpcException e) {
    return new Told(
        e.kind(),
        e.failure(),
        e instanceof QuotaException quota ? quota.freeAt().orElse(null) : null,
        e instanceof AmbiguousException lost ? lost.sent() : null);
  }

  /// An exception that tells the same: of the same type, with the same message and facts.
  ///
  /// @throws IllegalArgumentException when there is no such kind
  public EhpcException again() {
    return switch (kind) {
      case "auth" -> new AuthException(failure);
      case "bad request" -> new BadRequestException(failure);
      case "busy" -> new BusyException(failure);
      case "conflict" -> new ConflictException(failure);
      case "not found" -> new NotFoundException(failure);
      case "quota" -> new QuotaException(failure, freeAt);
      case "unreachable" -> new UnreachableException(failure);
      case "ambiguous" ->
          new AmbiguousException(
              failure, Objects.requireNonNull(sent, "what was sent is not told"));
      default -> throw new IllegalArgumentException("there is no error of the kind " + kind);
    };
  }
}
