package io.ebb.api;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one attempt ended.
sealed interface Reply {

  /// The service's `ret_code`; 0 when it was well or there was none.
  default int code() {
    return 0;
  }

  /// Why there was no readable reply; empty when there was one.
  default String breakdown() {
    return "";
  }

  /// `ret_code` 0, and the record it came with.
  record Done(Object value) implements Reply {}

  /// Anything else.
  sealed interface Failed extends Reply {}

  /// Another `ret_code`.
  ///
  /// @param date the service's clock; null when it did not say
  record Refused(int code, String message, @Nullable Instant date) implements Failed {}

  /// Answered by something else than the API, or by the API in a form that cannot be read.
  ///
  /// @param date the answerer's clock; null when it did not say
  record Unreadable(int status, String problem, @Nullable Instant date) implements Failed {
    @Override
    public String breakdown() {
      return "unreadable, HTTP " + status;
    }
  }

  /// Failed before the request went out.
  record NotSent(IOException cause) implements Failed {
    @Override
    public String breakdown() {
      return "not sent, " + cause.getClass().getSimpleName();
    }
  }

  /// Failed after the request went out, or perhaps after.
  record Lost(IOException cause) implements Failed {
    @Override
    public String breakdown() {
      return "no answer, " + cause.getClass().getSimpleName();
    }
  }
}
