package io.ebb.run;

import io.ebb.run.ChangeRecord.Acceptance;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The changes of a run, as its events tell them one by one.
final class ChangeRecords {
  private final TreeMap<Integer, ChangeRecord> changes = new TreeMap<>();

  /// Those that these events tell.
  static ChangeRecords of(List<Entry> entries) {
    ChangeRecords records = new ChangeRecords();
    entries.forEach(records::add);
    return records;
  }

  /// Takes account of an event; of those that tell of no change there is nothing to be known.
  void add(Entry entry) {
    switch (entry) {
      case Entry.Intent intent ->
          changes.merge(
              intent.change(), ChangeRecord.of(intent), (before, _) -> before.sent(intent));
      case Entry.Declined answer -> update(answer.change(), change -> change.declined(answer));
      case Entry.Receipt(var at, int change, String operation, var until) ->
          accepted(change, new Acceptance(operation, at, until, true));
      case Entry.Adopted(var at, int change, String operation, var until) ->
          accepted(change, new Acceptance(operation, at, until, false));
      case Entry.Concluded end -> update(end.change(), change -> change.concluded(end));
      default -> {}
    }
  }

  private void update(int number, UnaryOperator<ChangeRecord> news) {
    changes.computeIfPresent(number, (_, change) -> news.apply(change));
  }

  private void accepted(int number, Acceptance how) {
    update(number, change -> change.accepted(how));
  }

  /// All, in the order in which they were begun.
  List<ChangeRecord> all() {
    return List.copyOf(changes.values());
  }

  /// The one that was begun last; empty when none was.
  Optional<ChangeRecord> last() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.lastEntry().getValue());
  }

  /// The number of the last one; 0 when there is none.
  int lastNumber() {
    return changes.isEmpty() ? 0 : changes.lastKey();
  }
}
