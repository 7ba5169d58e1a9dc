package io.ebb.run;

import io.ebb.api.Pages;
import io.ebb.cluster.LogReading;
import io.ebb.cluster.Operation;
import io.ebb.run.Looks.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All nodes as they were listed, which need not be listed again while nothing can have changed
/// them but for their queues: when nothing was sent from here since but changes of queues by this
/// run, and the operation log shows these at their ends, and nothing of anybody else.
final class NodeList {
  /// How long the log can vouch for a list. Without an operation only the health of a node changes,
  /// and that takes three checks in a row, one a minute: about three minutes.
  static final Duration INERTIA = Duration.ofMinutes(1);

  /// What [io.ebb.cluster.Ehpc#changes] grows by: before the call and after it.
  private static final int PER_CHANGE = 2;

  private final Listed listed;
  private final long changes;
  private final Set<String> moves = new HashSet<>();

  /// @param changes the number of changes sent from here when the listing began
  NodeList(Listed listed, long changes) {
    this.listed = listed;
    this.changes = changes;
  }

  Listed listed() {
    return listed;
  }

  /// When the listing began.
  Instant begun() {
    return listed.members().takenAt();
  }

  /// Whether the service counts as many nodes now; it does not when it gives no number.
  boolean counts(OptionalInt now) {
    return now.equals(OptionalInt.of(size()));
  }

  private int size() {
    return listed.members().nodes().size();
  }

  /// The service has accepted an operation of this run that changes queues and nothing else.
  void moved(String operation) {
    moves.add(operation);
  }

  /// Whether it is worth asking if it still holds, by what is known here: there is more to save
  /// than one page, it is young enough, and each change sent since is an accepted one of queues.
  boolean mayHold(Instant now, long changesNow) {
    return size() > Pages.LIMIT
        && !now.isBefore(begun())
        && now.isBefore(begun().plus(INERTIA))
        && !moves.isEmpty()
        && changesNow == changes + (long) PER_CHANGE * moves.size();
  }

  /// Whether the log shows what was sent from here at a good end, and nothing else that went on
  /// when the list was read or later.
  ///
  /// @param since surely before the listing began, by the service's clock
  /// @param own whether an operation is this run's, by its id
  boolean holdsBy(LogReading log, Instant since, Predicate<String> own) {
    Set<String> missing = new HashSet<>(moves);
    for (Operation operation : log.operations()) {
      if (operation.pending() || !(own.test(operation.id()) || isOld(operation, since))) {
        return false;
      }
      if (operation.successful()) {
        missing.remove(operation.id());
      }
    }
    return missing.isEmpty();
  }

  private static boolean isOld(Operation operation, Instant since) {
    return isOld(operation.createdAt(), since) && isOld(operation.changedAt(), since);
  }

  private static boolean isOld(@Nullable Instant time, Instant since) {
    return time != null && time.isBefore(since);
  }
}
