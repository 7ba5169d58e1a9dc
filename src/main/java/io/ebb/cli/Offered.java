package io.ebb.cli;

import io.ebb.repl.completion.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command as completion knows it, from its model.
final class Offered {
  private Offered() {}

  static Command of(String name, CommandSpec spec) {
    return new Command(
        name,
        Stream.of(spec.usageMessage().description()).findFirst().orElse(""),
        spec.options().stream().filter(option -> !option.hidden()).map(Offered::option).toList(),
        takes(spec));
  }

  private static Command.Option option(OptionSpec option) {
    return new Command.Option(option.longestName(), brief(option), choices(option));
  }

  private static String brief(OptionSpec option) {
    return Arrays.stream(option.description()).findFirst().orElse("");
  }

  /// Those of an enumeration are written in small letters.
  private static List<String> choices(OptionSpec option) {
    return Optional.ofNullable(option.completionCandidates()).stream()
        .flatMap(candidates -> StreamSupport.stream(candidates.spliterator(), false))
        .toList();
  }

  private static Command.Takes takes(CommandSpec spec) {
    return spec.positionalParameters().stream()
        .map(PositionalParamSpec::paramLabel)
        .map(Offered::takes)
        .findFirst()
        .orElse(Command.Takes.NOTHING);
  }

  private static Command.Takes takes(String label) {
    return switch (label) {
      case "RUN" -> Command.Takes.RUN;
      case "JOB" -> Command.Takes.JOB;
      case "FILE" -> Command.Takes.FILE;
      case "WORD" -> Command.Takes.TOPIC;
      default -> label.endsWith("STATEMENT") ? Command.Takes.STATEMENT : Command.Takes.NOTHING;
    };
  }
}
