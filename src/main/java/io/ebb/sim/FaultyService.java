package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The service as seen through an unreliable world: applies the faults and keeps the log of calls.
///
/// Safe for use by many threads.
final class FaultyService {
  private static final int OK = 200;

  private final Service service;
  private final Clock clock;
  private final Faults faults = new Faults();
  private final List<Call> calls = new ArrayList<>();

  FaultyService(Service service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  void inject(Fault fault) {
    faults.inject(fault);
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /// The reply, or its loss.
  ///
  /// @throws InterruptedException when the server stops during a delay
  Reply answer(RawRequest request) throws InterruptedException {
    List<FaultKind> kinds = faults.strike(request.path());
    for (FaultKind kind : kinds) {
      if (kind instanceof FaultKind.Delay(var span)) {
        Thread.sleep(span);
      }
    }
    return kinds.stream()
        .flatMap(kind -> instead(kind, request).stream())
        .findFirst()
        .orElseGet(() -> afterwards(kinds, request));
  }

  /// The reply of a fault that keeps the request from being looked at.
  private Optional<Reply> instead(FaultKind kind, RawRequest request) {
    return switch (kind) {
      case FaultKind.ResetBefore() -> Optional.of(unseen(request, new Reply.Dropped()));
      case FaultKind.HttpStatus(var status, var body) ->
          Optional.of(unseen(request, new Reply.Sent(status, body)));
      case FaultKind.RetCode(var code, var message) ->
          Optional.of(sent(log(request, Wire.failure("", Refusal.of(code, message)))));
      case FaultKind.Delay _,
          FaultKind.ResetAfter _,
          FaultKind.Garbage _,
          FaultKind.OperationFails _,
          FaultKind.OperationNeverEnds _ ->
          Optional.empty();
    };
  }

  private Reply afterwards(List<FaultKind> kinds, RawRequest request) {
    ObjectNode body = log(request, service.answer(request, fate(kinds)));
    if (kinds.contains(new FaultKind.ResetAfter())) {
      return new Reply.Dropped();
    }
    return kinds.contains(new FaultKind.Garbage()) ? new Reply.Sent(OK, "<html>{") : sent(body);
  }

  private static Fate fate(List<FaultKind> kinds) {
    return kinds.contains(new FaultKind.OperationFails())
        ? Fate.FAILS
        : kinds.contains(new FaultKind.OperationNeverEnds()) ? Fate.NEVER_ENDS : Fate.SUCCEEDS;
  }

  private static Reply sent(ObjectNode body) {
    return new Reply.Sent(OK, body.toString());
  }

  private Reply unseen(RawRequest request, Reply reply) {
    log(request, Call.NONE);
    return reply;
  }

  private ObjectNode log(RawRequest request, ObjectNode body) {
    log(request, body.path("ret_code").asInt());
    return body;
  }

  private void log(RawRequest request, int retCode) {
    synchronized (calls) {
      calls.add(new Call(clock.instant(), request.method(), request.path(), retCode));
    }
  }
}
