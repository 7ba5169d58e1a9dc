package io.ebb.run;

import io.ebb.run.Entry.End;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of a change in the end.
sealed interface Conclusion {

  /// What came of it.
  End end();

  /// Why; empty when it happened.
  String reason();

  /// When it had happened at the latest, by our clock; null when it did not.
  default @Nullable Instant by() {
    return null;
  }

  /// It has happened.
  ///
  /// @param by when it had happened at the latest, by our clock
  record Happened(Instant by) implements Conclusion {
    @Override
    public End end() {
      return End.HAPPENED;
    }

    @Override
    public String reason() {
      return "";
    }
  }

  /// Our own operation was accepted and ended badly: it has happened to some nodes, or to none.
  record Failed(String reason) implements Conclusion {
    @Override
    public End end() {
      return End.FAILED;
    }
  }

  /// It was not accepted, and so nothing of it is our doing.
  record Refused(String reason) implements Conclusion {
    @Override
    public End end() {
      return End.REFUSED;
    }
  }

  /// It was given up before it was accepted: it is not wanted any more, for any node.
  record Dropped() implements Conclusion {
    @Override
    public End end() {
      return End.DROPPED;
    }

    @Override
    public String reason() {
      return "it is not wanted any more";
    }
  }

  /// It did not happen, and nobody has said that it must not: it may be made again.
  record NotDone(String reason) implements Conclusion {
    @Override
    public End end() {
      return End.NOT_DONE;
    }
  }

  /// Nobody can say.
  record Open(String reason) implements Conclusion {
    @Override
    public End end() {
      return End.OPEN;
    }
  }

  /// What was written down.
  static Conclusion of(Entry.Concluded written) {
    return switch (written.end()) {
      case HAPPENED -> new Happened(Objects.requireNonNullElse(written.by(), written.at()));
      case FAILED -> new Failed(written.reason());
      case REFUSED -> new Refused(written.reason());
      case DROPPED -> new Dropped();
      case NOT_DONE -> new NotDone(written.reason());
      case OPEN -> new Open(written.reason());
    };
  }

  /// To be written down.
  default Entry.Concluded entry(Instant at, int change) {
    return new Entry.Concluded(at, change, end(), reason(), by());
  }
}
