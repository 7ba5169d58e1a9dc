package io.ebb.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words behind a command, as a shell would cut them: quotes keep blanks together.
final class ShellWords {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"?|'[^']*'?)+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"?|'([^']*)'?");

  private ShellWords() {}

  static List<String> of(String line) {
    return WORD.matcher(line).results().map(word -> unquoted(word.group())).toList();
  }

  private static String unquoted(String word) {
    return QUOTED
        .matcher(word)
        .replaceAll(quoted ->
            Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1)));
  }
}
