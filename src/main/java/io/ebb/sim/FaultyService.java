package io.ebb.sim;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The service as seen through an unreliable world: applies the faults and keeps the log of calls.
///
/// Safe for use by many threads.
final class FaultyService {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final Service service;
  private final Clock clock;
  private final Clock wall;
  private final Dialect dialect;
  private final ArmedFaults faults;
  private final CallLog log;

  FaultyService(Service service, SimOptions options) {
    this.service = service;
    this.clock = options.world();
    this.wall = options.wall();
    this.dialect = options.dialect();
    this.faults = new ArmedFaults(options.faults());
    this.log = new CallLog(options.logs());
  }

  void inject(Fault fault) {
    faults.inject(fault);
  }

  List<Call> calls() {
    return log.calls();
  }

  /// The reply, or its loss.
  ///
  /// @throws InterruptedException when the server stops during a delay
  Reply answer(RawRequest request) throws InterruptedException {
    return request.isApi()
        ? new Attempt(request, faults.strike(request)).answer()
        : new Reply.Sent(NOT_FOUND, "", wall.instant(), Duration.ZERO);
  }

  /// One request, and what goes wrong with it.
  private final class Attempt {
    private final long start = System.nanoTime();
    private final RawRequest request;
    private final List<FaultKind> kinds;
    private final Circumstances circumstances;

    Attempt(RawRequest request, List<FaultKind> kinds) {
      this.request = request;
      this.kinds = kinds;
      this.circumstances = Circumstances.of(kinds);
    }

    Reply answer() throws InterruptedException {
      Thread.sleep(circumstances.delay());
      for (FaultKind kind : kinds) {
        Optional<Reply> instead = instead(kind);
        if (instead.isPresent()) {
          return instead.get();
        }
      }
      Reply reply = afterwards(service.answer(request, circumstances));
      Thread.sleep(circumstances.lateness());
      return reply;
    }

    /// The reply of a fault that keeps the request from being looked at.
    private Optional<Reply> instead(FaultKind kind) {
      return switch (kind) {
        case FaultKind.ResetBefore() -> {
          log(Call.NONE);
          yield Optional.of(new Reply.Dropped());
        }
        case FaultKind.HttpStatus(var status, var body) -> {
          log(Call.NONE);
          yield Optional.of(sent(status, body));
        }
        case FaultKind.RetCode(var code, var message) -> {
          log(code);
          yield Optional.of(sent(Wire.failure("", Refusal.of(code, message))));
        }
        case FaultKind.ResetAfter _, FaultKind.Garbage _, FaultKind.Circumstance _ ->
            Optional.empty();
      };
    }

    private Reply afterwards(ObjectNode body) {
      log(body.path("ret_code").asInt());
      for (FaultKind kind : kinds) {
        switch (kind) {
          case FaultKind.ResetAfter() -> {
            return new Reply.Dropped();
          }
          case FaultKind.Garbage(var damage) -> {
            return damaged(damage, body);
          }
          case FaultKind.ResetBefore _,
              FaultKind.HttpStatus _,
              FaultKind.RetCode _,
              FaultKind.Circumstance _ -> {}
        }
      }
      return sent(body);
    }

    private Reply damaged(FaultKind.Damage damage, ObjectNode body) {
      String whole = body.toString();
      return switch (damage) {
        case NOT_JSON -> sent(OK, "<html><body>{");
        case EMPTY -> sent(OK, "");
        case TRUNCATED -> sent(OK, whole.substring(0, whole.length() / 2));
        case CUT_OFF -> new Reply.CutOff(sent(OK, whole));
        case NO_LIST -> sent(OK, withoutLists(body).toString());
      };
    }

    private Reply.Sent sent(ObjectNode body) {
      return sent(Wording.status(dialect, body.path("ret_code").asInt()), body.toString());
    }

    private Reply.Sent sent(int status, String body) {
      return new Reply.Sent(
          status, body, wall.instant().plus(circumstances.skew()), circumstances.spread());
    }

    private void log(int retCode) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      log.add(
          new Call(clock.instant(), request.method(), request.path(), retCode, took, kinds),
          request);
    }
  }

  private static ObjectNode withoutLists(ObjectNode body) {
    List<String> lists =
        body.properties().stream()
            .filter(field -> field.getValue().isArray())
            .map(Map.Entry::getKey)
            .toList();
    return body.deepCopy().remove(lists);
  }
}
