package io.ebb.cli;

import io.ebb.script.StoredScript;
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

  /// The secrets of a script; which there are is known when its run has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    return CarryingOn.with(
        common, "resume", run, Confirmation.of(common, yes), answers.given(), this::resume);
  }

  /// A plan that a script has applied goes on with the script, unless that is over.
  private void resume(TerminalHost host, Standing found) {
    Optional<StoredScript> script = host.script(found);
    List<Parameter> secrets = script.map(StoredScript::secrets).orElse(List.of());
    Map<String, Object> given = Parameters.bind(secrets, GivenWords.read(words, secrets));
    script.ifPresentOrElse(stored -> host.resume(stored, given), () -> host.resume(found));
  }
}
