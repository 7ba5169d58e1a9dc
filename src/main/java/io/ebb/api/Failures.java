package io.ebb.api;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Finds what a failed attempt means: the exception that fits, and whether another attempt may
/// help.
final class Failures {
  private static final int MALFORMED = 1100;
  private static final int FORBIDDEN = 1400;
  private static final int INTERNAL = 5000;

  private final ApiOptions options;
  private final CallBudget budget;
  private final Json json;
  private final Hints hints;
  private final Shown shown;

  Failures(ApiOptions options, ServiceClock clock, CallBudget budget, Json json) {
    this.options = options;
    this.budget = budget;
    this.json = json;
    this.hints = new Hints(options, clock, budget);
    this.shown = new Shown(options.credentials());
  }

  Diagnosis of(Attempt attempt, Reply.Failed reply) {
    return switch (reply) {
      case Reply.Refused refused -> refused(attempt, refused);
      case Reply.Unreadable unreadable -> unreadable(attempt, unreadable);
      case Reply.NotSent notSent -> notSent(attempt, notSent);
      case Reply.Lost lost -> lost(attempt, lost);
    };
  }

  private Diagnosis refused(Attempt attempt, Reply.Refused reply) {
    int code = reply.code();
    Meaning meaning = Meaning.of(code);
    String said = reply.message().isBlank() ? "the service gave no reason" : reply.message();
    String problem = "ret_code " + code + ": " + shown.of(said);
    if (meaning.pace() == Pace.QUOTA) {
      return outOfCalls(attempt, reply, reply.headers(), problem);
    }
    if (code == INTERNAL && attempt.endpoint().write()) {
      return ambiguous(attempt, reply, problem, false);
    }
    String hint = ownerMayBeMissing(attempt, code) ? Hints.owner() : meaning.hint().apply(hints);
    EhpcException failure = meaning.kind().apply(failure(attempt, code, problem, hint));
    return new Diagnosis(failure, meaning.pace(), pausedUntil(reply.headers()), reply.why());
  }

  private Diagnosis unreadable(Attempt attempt, Reply.Unreadable reply) {
    int status = reply.status();
    String problem = shown.of(reply.problem());
    if (status == 401 || status == 403 || status == 407) {
      String hint = status == 407 ? hints.proxy() : hints.refusedUnread();
      return last(new AuthException(failure(attempt, 0, problem, hint)), reply);
    }
    if (status == 429) {
      return outOfCalls(attempt, reply, reply.headers(), problem);
    }
    boolean foreign = status / 100 == 3 || (status < 400 && !reply.cut());
    if (status / 100 == 4 && status != 408) {
      return elsewhere(attempt, reply, problem);
    }
    if (attempt.endpoint().write()) {
      return ambiguous(attempt, reply, problem, foreign);
    }
    if (foreign) {
      return elsewhere(attempt, reply, problem);
    }
    Failure failure = failure(attempt, 0, problem, "try again in a minute");
    Pace pace = status == 408 || status > 500 ? Pace.SOON : Pace.FEW;
    return new Diagnosis(
        new BusyException(failure), pace, pausedUntil(reply.headers()), reply.why());
  }

  private Diagnosis notSent(Attempt attempt, Reply.NotSent reply) {
    IOException cause = reply.cause();
    String problem = options.endpoint() + " cannot be reached: " + reason(cause);
    Failure failure = failure(attempt, 0, problem, hints.reach(cause));
    Pace pace = Broken.lastingly(cause) ? Pace.NEVER : Pace.REACH;
    return new Diagnosis(new UnreachableException(failure), pace, null, reply.why());
  }

  private Diagnosis lost(Attempt attempt, Reply.Lost reply) {
    boolean foreign = Broken.notHttp(reply.cause());
    String problem =
        foreign
            ? "sent, but what answered does not speak HTTP"
            : "sent, but no answer came: " + reason(reply.cause());
    if (attempt.endpoint().write()) {
      return ambiguous(attempt, reply, problem, foreign);
    }
    if (foreign) {
      return elsewhere(attempt, reply, problem);
    }
    Failure failure = failure(attempt, 0, problem, hints.silence());
    return new Diagnosis(new BusyException(failure), Pace.SOON, null, reply.why());
  }

  /// A read asks for nothing that is counted but the call; nor does a write that gets as far as
  /// HTTP 429 only. These teach the budget. Any other write may be about resources.
  private Diagnosis outOfCalls(
      Attempt attempt, Reply.Failed reply, Headers headers, String problem) {
    boolean calls = !attempt.endpoint().write() || reply instanceof Reply.Unreadable;
    Instant goOn = calls ? budget.exhausted(attempt.at()) : null;
    Instant asked = pausedUntil(headers);
    Instant notBefore = goOn == null || (asked != null && asked.isAfter(goOn)) ? asked : goOn;
    Instant free = asked == null ? hints.freeAt() : notBefore;
    String hint = calls ? Hints.calls(free) : Hints.callsOrResources(free);
    Failure failure = failure(attempt, reply.code(), problem, hint);
    return new Diagnosis(
        new QuotaException(failure, free),
        Pace.QUOTA,
        notBefore,
        "the quota of calls is used up (%s)".formatted(reply.why()));
  }

  /// Whatever answers a write may have passed it on first: a redirect, for example, says where to
  /// look for what was done (303).
  private Diagnosis ambiguous(
      Attempt attempt, Reply.Failed reply, String problem, boolean foreign) {
    Sent sent = attempt.sent(json);
    String hint = foreign ? Hints.look(sent) + "; and " + hints.endpoint() : Hints.look(sent);
    Failure failure = failure(attempt, reply.code(), problem, hint);
    return last(new AmbiguousException(failure, sent), reply);
  }

  /// What answers is not the service.
  private Diagnosis elsewhere(Attempt attempt, Reply.Failed reply, String problem) {
    Failure failure = failure(attempt, 0, problem, hints.endpoint());
    return last(new UnreachableException(failure), reply);
  }

  private static Diagnosis last(EhpcException failure, Reply.Failed reply) {
    return new Diagnosis(failure, Pace.NEVER, null, reply.why());
  }

  private static Failure failure(Attempt attempt, int code, String problem, String hint) {
    return new Failure(attempt.endpoint().action(), attempt.subject(), code, problem, hint);
  }

  private @Nullable Instant pausedUntil(Headers headers) {
    return headers.retryAfter() == null
        ? null
        : options.clocks().time().instant().plus(headers.retryAfter());
  }

  private boolean ownerMayBeMissing(Attempt attempt, int code) {
    return attempt.endpoint().path().equals("/cluster/list")
        && options.owner() == null
        && (code == MALFORMED || code == FORBIDDEN);
  }

  private String reason(IOException cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + shown.of(message));
  }
}
