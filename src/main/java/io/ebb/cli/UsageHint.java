package io.ebb.cli;

import io.ebb.text.Suggestion;
import java.util.Collection;
import picocli.CommandLine;

/// What to type instead of words that make no command.
final class UsageHint {
  private UsageHint() {}

  static String of(CommandLine.ParameterException error) {
    CommandLine command = error.getCommandLine();
    String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
    if (!(error instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return help;
    }
    String word = unmatched.getUnmatched().getFirst();
    if (Main.names().contains(word)) {
      return "options go behind the command: ebb %s …".formatted(word);
    }
    String meant = Suggestion.of(word, known(command, word));
    return meant.startsWith("did you mean") ? meant + " " + help : help;
  }

  private static Collection<String> known(CommandLine command, String word) {
    return word.startsWith("-")
        ? command.getCommandSpec().optionsMap().keySet()
        : command.getSubcommands().keySet();
  }
}
