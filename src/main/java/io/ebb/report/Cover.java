package io.ebb.report;

import io.ebb.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on the first page of a report.
///
/// @param kind what it is about
/// @param run the id of the run; of a session, a name for it
/// @param title what was done, in one line
/// @param subtitle more of it; empty when there is nothing more to say
/// @param state how it ended, or stands
/// @param operator who began it; empty when that is not known
/// @param clusters the ids of the clusters that plans were carried out on
/// @param began when it began
/// @param ended when it ended; null when it has not
/// @param now when the report was made
/// @param version the version of Ebb that made it
public record Cover(
    Kind kind,
    String run,
    String title,
    String subtitle,
    RunState state,
    String operator,
    List<String> clusters,
    Instant began,
    @Nullable Instant ended,
    Instant now,
    String version) {

  /// Copies the list.
  public Cover {
    clusters = List.copyOf(clusters);
  }

  /// How long it took, or has by now.
  public Duration took() {
    Duration span = Duration.between(began, ended == null ? now : ended);
    return span.isNegative() ? Duration.ZERO : span;
  }

  /// The version of Ebb that makes reports here.
  public static String ownVersion() {
    String version = Cover.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
