package io.ebb.sim;

import java.time.Duration;

/// What goes wrong.
public sealed interface FaultKind {

  /// What changes how a call is answered, and leaves it answered.
  sealed interface Circumstance extends FaultKind {}

  /// The call is looked at, and answered, only after so long by the machine's clock.
  record Delay(Duration span) implements Circumstance {
    /// @throws IllegalArgumentException when it is negative
    public Delay {
      Span.checkForward(span);
    }
  }

  /// The request takes effect at once; the reply comes only after so long by the machine's clock.
  record LateReply(Duration span) implements Circumstance {
    /// @throws IllegalArgumentException when it is negative
    public LateReply {
      Span.checkForward(span);
    }
  }

  /// The reply comes bit by bit, spread over so long by the machine's clock.
  record SlowReply(Duration span) implements Circumstance {
    /// @throws IllegalArgumentException when it is negative
    public SlowReply {
      Span.checkForward(span);
    }
  }

  /// The connection is dropped before the request is looked at.
  record ResetBefore() implements FaultKind {}

  /// The request takes effect, then the connection is dropped without a reply.
  record ResetAfter() implements FaultKind {}

  /// The request is not looked at; the reply has this HTTP status and body.
  record HttpStatus(int status, String body) implements FaultKind {
    private static final int LOWEST = 200;
    private static final int HIGHEST = 599;

    /// @throws IllegalArgumentException when there is no such status of a reply
    public HttpStatus {
      if (status < LOWEST || status > HIGHEST) {
        throw new IllegalArgumentException("HTTP status " + status + " is not from 200 to 599");
      }
    }
  }

  /// The request is not looked at; the reply has this `ret_code`.
  record RetCode(int code, String message) implements FaultKind {}

  /// The request takes effect; the reply is damaged.
  record Garbage(Damage damage) implements FaultKind {

    /// A reply that is not JSON.
    public Garbage() {
      this(Damage.NOT_JSON);
    }
  }

  /// How a reply with HTTP status 200 is damaged.
  enum Damage {
    /// The page of some proxy.
    NOT_JSON,
    /// No body.
    EMPTY,
    /// The first half of the JSON, complete as far as HTTP can tell.
    TRUNCATED,
    /// The connection ends in the middle of the body.
    CUT_OFF,
    /// JSON without the lists it should have.
    NO_LIST
  }

  /// The operation that the request starts fails when it is due.
  record OperationFails() implements Circumstance {}

  /// The operation that the request starts stays pending for ever.
  record OperationNeverEnds() implements Circumstance {}

  /// A read is answered with what was true at some earlier time; a change is not affected.
  record Stale(Past past) implements Circumstance {}

  /// The service's clock is off by that: the `Date` header shows it and timestamps are checked
  /// against it. Negative when it is slow.
  record Skew(Duration by) implements Circumstance {}

  /// Others who use the account make so many calls just before this one. They count in the window
  /// of the quota, up to its end.
  record OthersCall(int calls) implements Circumstance {
    /// @throws IllegalArgumentException when it is negative
    public OthersCall {
      if (calls < 0) {
        throw new IllegalArgumentException("others cannot make " + calls + " calls");
      }
    }
  }
}
