package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.RunState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb cancel`: has a run begin nothing new and put back what is not past the point of no return.
@Command(
    name = "cancel",
    description =
        "Have a run begin nothing new and put back what is not past the point of no return,"
            + " whichever process carries it out.",
    footer = {"", "  ebb cancel last", "  ebb cancel 003 --no-wait"})
final class CancelCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunParameter run;

  @Option(
      names = "--no-wait",
      description = "Hand the wish over to the process that carries it out, and do not wait.")
  private boolean noWait;

  @Override
  public Integer call() throws InterruptedException {
    Standing last = handedOver();
    return switch (last.state()) {
      case INTERRUPTED -> UndoCommand.undo(common, "cancel", RunParameter.of(last.id()));
      case RUNNING -> noWait ? ExitCode.DONE : ExitCode.INTERRUPTED;
      default -> {
        common.screen().show(last);
        yield ExitCode.ofPuttingBack(last.state(), last.nodes());
      }
    };
  }

  /// Asks whoever carries the run out to cancel it; the run as it stands after that.
  private Standing handedOver() throws InterruptedException {
    try (Borrowed<Journal> borrowed = common.journal("cancel")) {
      Journal journal = borrowed.get();
      Standing found = run.standing(journal, common.clock());
      if (found.state() != RunState.RUNNING) {
        return found;
      }
      journal.askToCancel(found.id());
      common.tell(
          "%s, by %s: it is asked to cancel".formatted(found.id(), found.head().owner().words()));
      return noWait ? found : waitedFor(found, journal);
    }
  }

  private Standing waitedFor(Standing found, Journal journal) throws InterruptedException {
    Standing last = new RunWatch(common, journal, common.clock()).follow(found, _ -> {});
    if (last.state() == RunState.RUNNING) {
      common.tell("no longer waited for; the run goes on until it has put back what it can");
    }
    return last;
  }
}
