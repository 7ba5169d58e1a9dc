package io.ebb.api;

import io.ebb.api.wire.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/// Notes the `ret_code` of a page while the page is read, so that it need not be read twice.
final class RetCode extends DeserializationProblemHandler {

  /// What one reading has found.
  static final class Found {
    private boolean zero;

    /// Whether the code was there, and 0.
    boolean zero() {
      return zero;
    }
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      @Nullable ValueDeserializer<?> reader,
      Object beanOrClass,
      String name) {
    if (beanOrClass instanceof Page
        && name.equals("ret_code")
        && context.getAttribute(Found.class) instanceof Found found) {
      found.zero = parser.getString().equals("0");
    }
    return false;
  }
}
