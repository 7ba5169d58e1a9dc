package io.ebb.cli;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.manual.ManualData;
import io.ebb.script.manual.MarkdownManual;
import io.ebb.script.manual.NoSuchTopicException;
import io.ebb.script.manual.TerminalManual;
import io.ebb.script.manual.Topic;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb words`: tells what scripts can say.
@Command(
    name = "words",
    description = "Tell what scripts can say: all words, a kind of object, or one word.",
    footer = {
      "",
      "  ebb words",
      "  ebb words cluster",
      "  ebb words cluster.retire",
      "  ebb words in_queue",
      "  ebb words -o json"
    })
final class WordsCommand implements Callable<Integer> {
  /// A file has no width; this one reads well.
  private static final int PIPE_WIDTH = 100;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "A word, fact, option, kind of object or error, spelt as in either language.")
  private @Nullable String word;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "How names are spelt: js or python (default: js).")
  private @Nullable String lang;

  @Option(names = "--markdown", description = "The whole manual as one page of Markdown.")
  private boolean markdown;

  @Override
  public Integer call() {
    Catalogue catalogue = Words.catalogue();
    if (markdown) {
      common.output().print(MarkdownManual.of(catalogue));
    } else {
      tell(topic(catalogue));
    }
    return ExitCode.DONE;
  }

  private Topic topic(Catalogue catalogue) {
    try {
      return word == null ? Topic.everything(catalogue) : Topic.named(catalogue, word);
    } catch (NoSuchTopicException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Topic topic) {
    Screen screen = common.screen();
    switch (common.format()) {
      case JSON, YAML -> screen.show(ManualData.of(topic));
      case NAME -> screen.show(topic.names());
      case TABLE ->
          common
              .output()
              .print(
                  TerminalManual.of(
                      topic, language(), screen.palette(), screen.width().orElse(PIPE_WIDTH)));
    }
  }

  private Language language() {
    boolean snake = word != null && word.contains("_");
    String wanted = lang == null ? (snake ? "python" : "js") : lang;
    return Language.named(wanted)
        .orElseThrow(() -> new UsageException("there is no language " + wanted + ": js or python"));
  }
}
