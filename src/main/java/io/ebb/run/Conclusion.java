package io.ebb.run;

import io.ebb.api.EhpcException;

/// What is known of a change in the end.
sealed interface Conclusion {

  /// It in a few words, for the journal.
  String text();

  /// It has happened.
  record Happened() implements Conclusion {
    @Override
    public String text() {
      return "happened";
    }
  }

  /// It has not happened, or not to all nodes, and is not going on.
  record Refused(String reason) implements Conclusion {
    /// By this error.
    static Refused by(EhpcException cause) {
      return new Refused(Setback.text(cause));
    }

    @Override
    public String text() {
      return "refused: " + reason;
    }
  }

  /// Nobody can say.
  record Open(String reason) implements Conclusion {
    @Override
    public String text() {
      return "open: " + reason;
    }
  }
}
