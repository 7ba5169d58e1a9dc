package io.ebb.cli;

import io.ebb.script.head.GivenWords;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// `ebb resume`: goes on with a run that has stopped before its end.
@Command(
    name = "resume",
    description = "Go on with an interrupted run, exactly where it stopped.",
    customSynopsis = "ebb resume RUN [--SECRET @FILE …] [OPTIONS]",
    footer = {
      "",
      "A script runs again from its start, as it was stored, and what it did before is not done",
      "again. Its parameters are those of the first time, but for secrets, which are not stored.",
      "A runbook goes on at the block and the call where it stopped, with the text that it began",
      "with; --edited shows what was edited since, and takes that, unless it has begun already.",
      "",
      "  ebb resume last",
      "  ebb resume r-2026-11-21-003 --yes"
    })
final class ResumeCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunParameter run;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AnswerOption answers;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  @Option(names = "--edited", description = "Go on with a runbook as its file is now.")
  private boolean edited;

  /// The secrets of a script; which there are is known when its run has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    return CarryingOn.with(
        common, "resume", run, Confirmation.of(common, yes), answers.given(), this::resume);
  }

  /// A plan that a script has applied goes on with the script, unless that is over.
  private void resume(TerminalHost host, Standing found) {
    Optional<String> script = host.script(found);
    RunbookResumption runbook = new RunbookResumption(host, edited);
    if (script.filter(runbook::concerns).isPresent()) {
      runbook.goOn(script.get(), this::secrets);
      return;
    } else if (edited) {
      throw new UsageException(
          "run %s carries out no runbook: --edited is for runbooks".formatted(found.id()));
    }
    script
        .map(host.connected().ebb()::script)
        .ifPresentOrElse(
            stored -> host.resume(stored, secrets(stored.secrets())), () -> host.resume(found));
  }

  private Map<String, Object> secrets(List<Parameter> declared) {
    return Parameters.bind(declared, GivenWords.read(words, declared));
  }
}
