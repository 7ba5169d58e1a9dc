package io.ebb.sim;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A fault as a file writes it: which calls, and one key that says what goes wrong with them.
/// `faults.yaml` explains the keys by example.
record FaultRule(
    @Nullable String path,
    @Nullable String method,
    @Nullable Occasion calls,
    @Nullable Duration delay,
    @Nullable Duration lateReply,
    @Nullable Duration slowReply,
    @Nullable When reset,
    @Nullable Integer status,
    @Nullable String body,
    @Nullable Integer retCode,
    @Nullable String message,
    FaultKind.@Nullable Damage reply,
    @Nullable Ending operation,
    @Nullable Past stale,
    @Nullable Duration skew,
    @Nullable Integer othersCall) {

  /// When the connection is dropped, before or after the effect.
  enum When {
    BEFORE,
    AFTER
  }

  /// How the operation ends, if it does.
  enum Ending {
    FAILS,
    NEVER_ENDS
  }

  private static final String ANY = "*";

  /// Checks that it says one thing, about a path there is.
  FaultRule {
    if (path != null) {
      Service.checkPath(path);
    }
    if (body != null && status == null) {
      throw new IllegalArgumentException("key [body] belongs to key [status]");
    }
    if (message != null && retCode == null) {
      throw new IllegalArgumentException("key [message] belongs to key [ret-code]");
    }
  }

  /// @throws IllegalArgumentException when it names no fault, or several
  Fault fault() {
    List<FaultKind> kinds = kinds();
    if (kinds.size() != 1) {
      throw new IllegalArgumentException(
          "a rule says one thing that goes wrong, this one "
              + kinds.size()
              + ": delay, late-reply, slow-reply, reset, status, ret-code, reply, operation, stale,"
              + " skew or others-call");
    }
    return new Fault(
        Objects.requireNonNullElse(path, ANY),
        Objects.requireNonNullElse(method, ANY),
        Objects.requireNonNullElseGet(calls, Occasion.Always::new),
        kinds.getFirst());
  }

  private List<FaultKind> kinds() {
    return Stream.of(
            kind(delay, FaultKind.Delay::new),
            kind(lateReply, FaultKind.LateReply::new),
            kind(slowReply, FaultKind.SlowReply::new),
            kind(reset, FaultRule::reset),
            kind(status, code -> new FaultKind.HttpStatus(code, page(code))),
            kind(
                retCode,
                code -> new FaultKind.RetCode(code, Objects.requireNonNullElse(message, ""))),
            kind(reply, FaultKind.Garbage::new),
            kind(operation, FaultRule::operation),
            kind(stale, FaultKind.Stale::new),
            kind(skew, FaultKind.Skew::new),
            kind(othersCall, FaultKind.OthersCall::new))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<FaultKind> kind(@Nullable T value, Function<T, FaultKind> make) {
    return Optional.ofNullable(value).map(make);
  }

  private static FaultKind reset(When when) {
    return switch (when) {
      case BEFORE -> new FaultKind.ResetBefore();
      case AFTER -> new FaultKind.ResetAfter();
    };
  }

  private static FaultKind operation(Ending ending) {
    return switch (ending) {
      case FAILS -> new FaultKind.OperationFails();
      case NEVER_ENDS -> new FaultKind.OperationNeverEnds();
    };
  }

  private String page(int code) {
    return body == null ? "<html><body><h1>" + code + "</h1><p>gateway</p></body></html>" : body;
  }
}
