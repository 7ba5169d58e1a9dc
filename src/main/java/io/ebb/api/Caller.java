package io.ebb.api;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.RetryableException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stands between an interface of the API and Feign: makes the attempts of a call, reports each,
/// and throws what fits when the last one failed.
final class Caller implements InvocationHandler {
  private static final Duration TOLD_FROM = Duration.ofSeconds(2);

  private final Map<Method, Endpoint> endpoints = new HashMap<>();
  private final Map<Endpoint, Endpoint> formThatWorks = new ConcurrentHashMap<>();
  private final ApiOptions options;
  private final ServiceClock clock;
  private final Failures failures;
  private final CallBudget budget;
  private final AtomicLong calls;

  Caller(
      Map<Method, MethodHandler> feign,
      ApiOptions options,
      ServiceClock clock,
      CallBudget budget,
      Json json,
      AtomicLong calls) {
    this.options = options;
    this.clock = clock;
    this.failures = new Failures(options, clock, budget, json);
    this.budget = budget;
    this.calls = calls;
    feign.forEach((method, attempt) -> endpoints.put(method, Endpoint.of(method, attempt)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] args) {
    Endpoint endpoint = endpoints.get(method);
    return endpoint == null
        ? ofObject(proxy, method, args)
        : call(endpoint, args == null ? new Object[0] : args);
  }

  private Object call(Endpoint endpoint, Object[] args) {
    Endpoint form = formThatWorks.getOrDefault(endpoint, firstForm(endpoint));
    Call call = new Call(form, time().instant(), options.patience());
    while (true) {
      Attempt attempt = admitted(call, form, args);
      switch (made(call, attempt)) {
        case Reply.Done(Object value) -> {
          formThatWorks.put(endpoint, form);
          return value;
        }
        case Reply.Failed failed -> {
          Diagnosis diagnosis = failures.of(attempt, failed);
          if (call.understood(diagnosis.failure())) {
            formThatWorks.put(endpoint, form);
          }
          if (call.wantsOtherForm(diagnosis.failure())) {
            form = other(form);
          } else if (!call.wantsNewSignature(diagnosis.failure(), clock.offset())) {
            waitOrThrow(call, diagnosis);
          }
        }
      }
    }
  }

  private Attempt admitted(Call call, Endpoint form, Object[] args) {
    Instant asked = time().instant();
    budget.admit(form, () -> Subject.among(Arrays.asList(args)), call.roomBy());
    Instant at = time().instant();
    call.heldBack(Duration.between(asked, at));
    return new Attempt(form, Arrays.asList(args), at, clock.instant());
  }

  private Reply made(Call call, Attempt attempt) {
    Duration answer = call.answer(attempt.at());
    int number = call.begin(clock.offset());
    long start = System.nanoTime();
    calls.incrementAndGet();
    Reply reply = send(attempt, answer);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Endpoint form = attempt.endpoint();
    CallRecord report =
        new CallRecord(
            attempt.at(),
            form.httpMethod(),
            form.path(),
            attempt.subject().toString(),
            number,
            took,
            reply.code(),
            reply.breakdown());
    options.listener().called(report);
    return reply;
  }

  private Reply send(Attempt attempt, Duration answer) {
    try {
      Object reply = attempt.endpoint().attempt().invoke(withTimes(attempt.args(), answer));
      Reply discreet = new Discretion(attempt.args()).on((Reply) reply);
      clock.correctBy(discreet);
      return discreet;
    } catch (RetryableException e) {
      if (e.getCause() instanceof IOException cause) {
        return Broken.off(cause);
      }
      throw e;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Feign throws nothing else", e);
    }
  }

  /// Feign takes the times of an attempt from whichever argument holds some.
  private Object[] withTimes(List<Object> args, Duration answer) {
    Request.Options times = new Request.Options(options.patience().connect(), answer, false);
    return Stream.concat(args.stream(), Stream.of(times)).toArray();
  }

  private void waitOrThrow(Call call, Diagnosis diagnosis) {
    Instant now = time().instant();
    EhpcException verdict = call.verdict(diagnosis.failure());
    Duration pause = call.pause(diagnosis, now).orElseThrow(() -> verdict);
    if (pause.compareTo(TOLD_FROM) > 0) {
      options.listener().waiting(diagnosis.why(), now.plus(pause));
    }
    if (!Waits.pass(time(), pause, diagnosis.why())) {
      throw verdict;
    }
    call.waited(diagnosis, pause);
  }

  private Time time() {
    return options.clocks().time();
  }

  private Endpoint firstForm(Endpoint endpoint) {
    return endpoint.prefersOther(options.dialect()) ? other(endpoint) : endpoint;
  }

  private Endpoint other(Endpoint endpoint) {
    return Objects.requireNonNull(endpoints.get(endpoint.otherwise()), endpoint.action());
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private Object ofObject(Object proxy, Method method, Object @Nullable [] args) {
    return switch (method.getName()) {
      case "equals" -> args != null && proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> proxy.getClass().getInterfaces()[0].getSimpleName();
    };
  }
}
