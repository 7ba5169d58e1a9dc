package io.ebb.cli.colon;

import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.head.GivenWords;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `:load`: says a script.
@Command(
    name = ":load",
    description = {
      "Say a script (.js, .py), so that what it defines is here.",
      "",
      "It may import the files beside it. What its head declares is given as with ebb run, and is"
          + " params from then on."
    },
    customSynopsis = ":load FILE [--PARAMETER VALUE …]",
    footer = {"", "  :load lib/idle.js", "  :load scripts/idle-cost.js --cluster ehpc-8jqdq0mz"})
final class LoadCommand implements Runnable {
  private final Desk desk;

  /// The file and the parameters: which words belong to which is known when the head has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  LoadCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (words.isEmpty() || words.getFirst().startsWith("--")) {
      throw new IllegalArgumentException("which script? :load FILE, such as :load lib/idle.js");
    }
    TextFile file = TextFile.named(words.getFirst());
    Language language =
        Language.ofFile(words.getFirst())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "what language is %s? its name ends in neither .js nor .py".formatted(file)));
    Script script = Script.read(file.path(), language);
    List<Parameter> declared = script.head().parameters();
    Map<String, String> given = GivenWords.read(words.subList(1, words.size()), declared);
    if (desk.load(script, Parameters.bind(declared, given))) {
      desk.tell("loaded " + file);
    }
  }
}
