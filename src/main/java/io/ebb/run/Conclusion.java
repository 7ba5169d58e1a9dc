package io.ebb.run;

import java.time.Instant;

/// What is known of a change in the end.
sealed interface Conclusion {

  /// It in a few words, for the journal.
  String text();

  /// It has happened.
  ///
  /// @param by when it had happened at the latest, by our clock
  record Happened(Instant by) implements Conclusion {
    @Override
    public String text() {
      return "happened";
    }
  }

  /// Our own operation was accepted and ended badly: it has happened to some nodes, or to none.
  record Failed(String reason) implements Conclusion {
    @Override
    public String text() {
      return "failed: " + reason;
    }
  }

  /// It was not accepted, and so nothing of it is our doing.
  record Refused(String reason) implements Conclusion {
    @Override
    public String text() {
      return "refused: " + reason;
    }
  }

  /// It was given up before it was accepted: it is not wanted any more, for any node.
  record Dropped() implements Conclusion {
    @Override
    public String text() {
      return "given up";
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
