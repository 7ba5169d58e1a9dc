package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test a [Service] and checks afterwards that the endpoint it is marked with answered.
final class Exercise implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private final Service service = new Service();

  /// Answers as the test says.
  static final class Service {
    private final List<Connected> connected = new ArrayList<>();

    /// An API whose every call is answered with these fields and `ret_code` 0.
    Connected answers(String fields) {
      String rest = fields.isBlank() ? "" : ", " + fields.strip();
      connected.add(
          Connected.to(RawServer.json("{\"action\": \"X\", \"ret_code\": 0%s}".formatted(rest))));
      return connected.getLast();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    service.connected.clear();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Service.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return service;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (Connected each : service.connected) {
      each.close();
    }
    if (context.getExecutionException().isEmpty()) {
      String endpoint = context.getRequiredTestMethod().getAnnotation(Exercises.class).value();
      assertThat(service.connected.stream().flatMap(each -> each.records.stream()))
          .as("calls of %s that were answered well", endpoint)
          .anyMatch(call ->
              endpoint.equals(call.method() + " " + call.path())
                  && call.code() == 0
                  && call.failure().isEmpty());
    }
  }
}
