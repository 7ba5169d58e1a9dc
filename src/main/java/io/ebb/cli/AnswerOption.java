package io.ebb.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Answers questions of a script beforehand.
final class AnswerOption {
  @Option(
      names = "--answer",
      paramLabel = "NAME=VALUE",
      description = "Answer the script's question of this name; may be repeated.")
  private List<String> options = new ArrayList<>();

  GivenAnswers given() {
    return GivenAnswers.of(options);
  }
}
