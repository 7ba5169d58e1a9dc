package io.ebb.cli.colon;

import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.head.GivenWords;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.Parameters;
import io.ebb.script.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `:load`: says a script.
@Command(
    name = ":load",
    description = "Say a script (.js, .py), so that what it defines is here.",
    customSynopsis = ":load FILE [--PARAMETER VALUE …]",
    footer = {
      "",
      "It may import the files beside it. What its head declares is given as with ebb run, and is"
          + " params from then on.",
      "",
      "  :load lib/idle.js",
      "  :load scripts/idle-cost.js --cluster ehpc-8jqdq0mz"
    })
final class LoadCommand implements Runnable {
  private final Desk desk;

  @CommandLine.Parameters(paramLabel = "FILE", description = "The script.")
  private String name = "";

  /// The parameters; which words belong to which is known when the head has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  LoadCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    TextFile file = TextFile.named(name);
    if (name.endsWith(Runbook.EXTENSION)) {
      throw new IllegalArgumentException(
          "%1$s is a runbook: run it from a shell, ebb run %1$s".formatted(file));
    }
    Language language =
        Language.ofFile(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "what language is %s? its name ends in neither .js nor .py".formatted(file)));
    Script script = Script.read(file.path(), language);
    List<Parameter> declared = script.head().parameters();
    Map<String, String> given = GivenWords.read(words, declared);
    if (desk.load(script, Parameters.bind(declared, given))) {
      desk.tell("loaded " + file);
    }
  }
}
