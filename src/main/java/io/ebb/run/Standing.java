package io.ebb.run;

import io.ebb.plan.Target;
import java.util.Optional;

/// Says where a node stands that is not settled, and on which side of the point of no return.
final class Standing {
  private static final String BEFORE = "; before the point of no return";

  private final History history;

  Standing(History history) {
    this.history = history;
  }

  String words(Target target) {
    String queue = target.queue() == null ? "" : " queue " + history.plan().queue(target.queue());
    Optional<ChangeRecord> last = history.last(target.id());
    return last.filter(ChangeRecord::open)
        .map(change -> underWay(change, queue))
        .orElseGet(() -> atRest(target, last, queue));
  }

  private static String underWay(ChangeRecord change, String queue) {
    String by = change.operation().map(operation -> " by " + operation).orElse("");
    if (change.deletes()) {
      return by.isEmpty()
          ? "its deletion may have been sent: perhaps past the point of no return"
          : "being deleted" + by + ": past the point of no return";
    }
    String what = change.leaves() ? "leaving" : "going back into";
    return (by.isEmpty() ? "perhaps " : "") + what + queue + by + BEFORE;
  }

  private String atRest(Target target, Optional<ChangeRecord> last, String queue) {
    return switch (history.side(target.id())) {
      case DOOMED ->
          "deleted%s, and not yet seen to be gone: past the point of no return"
              .formatted(last.flatMap(ChangeRecord::operation).map(op -> " by " + op).orElse(""));
      case LEFT ->
          "out of%s%s%s"
              .formatted(
                  queue,
                  history.givenUp(target.id()).map(up -> ", to go back: " + up.reason()).orElse(""),
                  BEFORE);
      case IN -> (queue.isEmpty() ? "in no queue" : "in" + queue) + BEFORE;
    };
  }
}
