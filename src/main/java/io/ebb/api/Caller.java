package io.ebb.api;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.RetryableException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Stands between an interface of the API and Feign: makes the attempts of a call, reports each,
/// and throws what fits when the last one failed.
final class Caller implements InvocationHandler {
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
      AtomicLong calls) {
    this.options = options;
    this.clock = clock;
    this.failures = new Failures(options, clock);
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
    Call call = new Call(form, time().instant(), options.patience().busy());
    while (true) {
      switch (attempt(call, form, args)) {
        case Reply.Done(Object value) -> {
          formThatWorks.put(endpoint, form);
          return value;
        }
        case Reply.Failed failed -> {
          EhpcException failure = failures.of(form, subject(args), failed);
          if (call.wantsOtherForm(failure)) {
            form = other(form);
          } else if (!call.wantsNewSignature(failure, clock.offset())) {
            waitOrThrow(call, failed, failure);
          }
        }
      }
    }
  }

  private Reply attempt(Call call, Endpoint form, Object[] args) {
    int number = call.begin(clock.offset());
    budget.admit();
    Instant at = time().instant();
    long start = System.nanoTime();
    calls.incrementAndGet();
    Reply reply = send(form, args);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    CallRecord report =
        new CallRecord(
            at, form.httpMethod(), form.path(), number, took, reply.code(), reply.breakdown());
    options.listener().called(report);
    return reply;
  }

  private Reply send(Endpoint form, Object[] args) {
    try {
      Reply reply = new Discretion(args).on((Reply) form.attempt().invoke(args));
      clock.correctBy(reply);
      return reply;
    } catch (RetryableException e) {
      if (e.getCause() instanceof IOException cause) {
        return Failures.unanswered(cause);
      }
      throw e;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Feign throws nothing else", e);
    }
  }

  private void waitOrThrow(Call call, Reply.Failed reply, EhpcException failure) {
    Duration pause =
        call.pause(reply, failure, time().instant()).orElseThrow(() -> call.verdict(failure));
    try {
      time().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
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

  private static Subject subject(Object[] args) {
    return Arrays.stream(args)
        .filter(About.class::isInstance)
        .map(arg -> ((About) arg).subject())
        .findFirst()
        .orElse(Subject.of(""));
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
