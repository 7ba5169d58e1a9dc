package io.ebb.api;

import java.io.IOException;

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
  sealed interface Failed extends Reply {

    /// Why there may be another attempt later, in words that follow "waiting, because".
    String why();
  }

  /// Another `ret_code`.
  record Refused(int code, String message, Headers headers) implements Failed {
    @Override
    public String why() {
      return "the service answered ret_code " + code;
    }
  }

  /// Answered by something else than the API, or by the API in a form that cannot be read.
  ///
  /// @param cut whether what came may be the beginning of a reply, or nothing at all
  record Unreadable(int status, boolean cut, String problem, Headers headers) implements Failed {
    @Override
    public String breakdown() {
      return "unreadable, HTTP " + status;
    }

    @Override
    public String why() {
      return "HTTP %d came back without a reply of the service".formatted(status);
    }
  }

  /// Failed before the request went out.
  record NotSent(IOException cause) implements Failed {
    @Override
    public String breakdown() {
      return "not sent, " + cause.getClass().getSimpleName();
    }

    @Override
    public String why() {
      return "the service cannot be reached";
    }
  }

  /// Failed after the request went out, or perhaps after.
  record Lost(IOException cause) implements Failed {
    @Override
    public String breakdown() {
      return "no answer, " + cause.getClass().getSimpleName();
    }

    @Override
    public String why() {
      return "no answer came";
    }
  }
}
