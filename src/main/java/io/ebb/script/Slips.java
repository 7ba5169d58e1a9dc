package io.ebb.script;

import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.manual.Spelling;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What to do where the language itself refuses how a script says a word, by what it says then.
final class Slips {
  private static final Map<Pattern, Function<MatchResult, String>> SLIPS =
      Map.of(
          Pattern.compile("^ReferenceError: \\w+ is not defined"),
          _ -> known(Language.JAVASCRIPT),
          Pattern.compile("^NameError: name '\\w+' is not defined"),
          _ -> known(Language.PYTHON),
          Pattern.compile("^SyntaxError: await is only valid"),
          _ -> "a word gives its answer at once: leave await out",
          Pattern.compile("^TypeError: (\\w+\\.)?(\\w+)\\(\\) (?:got|takes|missing) "),
          Slips::usage,
          Pattern.compile("\\b(\\w+)\\.\\w+ is not a function$"),
          said -> isWord(said.group(1)) ? "say " + said.group(1) + "(), it is a word" : "",
          Pattern.compile("^AttributeError: '(?:function|method)' object has no attribute"),
          _ -> "a word is said with parentheses, as in cluster.nodes().idle()",
          Pattern.compile("^TypeError: '(?:int|float|str|list)' object is not callable"),
          _ -> "facts have no parentheses, as in nodes.count",
          Pattern.compile("^AttributeError: 'dict' object has no attribute '(\\w+)'"),
          said -> "plain data is a dict: write [\"" + said.group(1) + "\"]");

  private Slips() {}

  /// A hint for the message; empty when there is none.
  static String hint(String message) {
    return SLIPS.entrySet().stream()
        .map(slip -> hint(slip.getKey().matcher(message), slip.getValue()))
        .filter(hint -> !hint.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String hint(Matcher slip, Function<MatchResult, String> mended) {
    return slip.find() ? mended.apply(slip) : "";
  }

  private static String known(Language language) {
    return Words.catalogue().roots().sayings().stream()
        .map(root -> language.spell(root.name()))
        .sorted()
        .collect(Collectors.joining(", ", "there from the start are ", ""));
  }

  /// How the word is said in Python, if it is one of ours.
  private static String usage(MatchResult said) {
    String kind = said.group(1) == null ? Saying.ROOTS + "." : said.group(1);
    Saying word = Words.catalogue().find(kind + Names.camel(said.group(2)));
    return word == null ? "" : "say " + new Spelling(Language.PYTHON).usage(word);
  }

  private static boolean isWord(String name) {
    return Words.catalogue().kinds().stream()
        .flatMap(kind -> kind.sayings().stream())
        .anyMatch(saying -> !saying.fact() && saying.name().equals(name));
  }
}
