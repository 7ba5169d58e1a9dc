package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.OnError;
import io.ebb.script.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What of the events of a run holds when somebody goes on with it. All does, but for two things.
///
/// A block that has failed goes on at the call that failed, with the record before it; one that has
/// changed nothing is begun anew. What was asked about a block that had not begun when the text was
/// edited is asked again. The same is left out each time, as all of it follows from the events.
final class Resumption {
  private final List<Entry> standing = new ArrayList<>();
  private String file = "";

  /// The blocks whose failure stops the runbook, in the text of the moment.
  private Set<String> stopping = Set.of();

  private Resumption() {}

  /// Those events that are said again, and those of an order that was not answered.
  static List<Entry> of(List<Entry> entries) {
    Resumption resumption = new Resumption();
    entries.forEach(resumption::add);
    resumption.retryWhatHasStopped();
    return resumption.standing;
  }

  private void add(Entry entry) {
    switch (entry) {
      case Entry.Scripted first when first.runbook() -> {
        file = first.file();
        read(first.text());
      }
      case Entry.Finished _ when endsWithFailure() -> retry();
      case Entry.Resumed _ -> retryWhatHasStopped();
      case Entry.Edited edited -> {
        askAgain();
        read(edited.text());
      }
      case Entry.Replayed _, Entry.Ordered _ -> standing.add(entry);
      case Entry.Intent _, Entry.Declined _, Entry.Receipt _, Entry.Adopted _ ->
          standing.add(entry);
      default -> {}
    }
  }

  private void read(String text) {
    stopping =
        Runbook.draft(file, text).runbook().blocks().stream()
            .filter(block -> block.onError() == OnError.STOP)
            .map(Block::name)
            .collect(Collectors.toSet());
  }

  /// The process may have died before it could write that the runbook has failed.
  private void retryWhatHasStopped() {
    if (endsWithFailure() && stopping.contains(((Entry.BlockEnded) standing.getLast()).block())) {
      retry();
    }
  }

  private boolean endsWithFailure() {
    return !standing.isEmpty()
        && standing.getLast() instanceof Entry.BlockEnded end
        && end.end() == Entry.BlockEnd.FAILED;
  }

  /// The block that has failed last does not count as over.
  private void retry() {
    Entry.BlockEnded failed = (Entry.BlockEnded) standing.removeLast();
    int began = beginning();
    if (!failed.changed() && began >= 0) {
      standing.subList(began, standing.size()).clear();
      return;
    }
    while (!standing.isEmpty() && isFailedStep(standing.getLast())) {
      standing.removeLast();
    }
    if (!standing.isEmpty() && isFailedCall(standing.getLast())) {
      standing.removeLast();
    }
  }

  private static boolean isFailedStep(Entry entry) {
    return entry instanceof Entry.StepEnded step && step.failed();
  }

  private static boolean isFailedCall(Entry entry) {
    return entry instanceof Entry.Called call && !Answers.isGiven(call.answer());
  }

  /// Where the block has begun that is not over; negative when none has.
  private int beginning() {
    for (int i = standing.size() - 1; i >= over(); i--) {
      if (standing.get(i) instanceof Entry.BlockBegan) {
        return i;
      }
    }
    return -1;
  }

  /// How many events there are up to the end of the last block that is over.
  private int over() {
    int i = standing.size();
    while (i > 0 && !(standing.get(i - 1) instanceof Entry.BlockEnded)) {
      i--;
    }
    return i;
  }

  private void askAgain() {
    if (beginning() < 0) {
      standing.subList(over(), standing.size()).clear();
    }
  }
}
