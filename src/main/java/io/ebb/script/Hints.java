package io.ebb.script;

import io.ebb.script.catalogue.Names;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to do about errors that only the sandbox makes sense of, by what the languages say.
final class Hints {
  private static final String FOLDER_ONLY =
      "a script reads text files of its own folder, by their path from there, and writes none";

  private static final Map<Pattern, String> HINTS =
      Map.of(
          Pattern.compile("^ModuleNotFoundError: "),
          "modules are files beside the script, and the standard library of Python; packages that"
              + " pip installs are not there",
          Pattern.compile(
              "^ReferenceError: (require|process|module|fetch|setTimeout|setInterval|Worker|load"
                  + "|Polyglot|Deno|XMLHttpRequest) is not|Access to host class"
                  + "|^KeyError: 'host symbol|^RuntimeError: polyglot access"),
          "a script has its language, the words and the files beside it, and nothing else",
          Pattern.compile("^ZoneInfoNotFoundError: "),
          "there is no data of time zones; say the offset, as in timezone(timedelta(hours=8))",
          Pattern.compile("^cannot import .*there is no such file"),
          "name a file by its path from this one, with its ending, as in \"./lib/nodes.js\"; there"
              + " are no packages of Node",
          Pattern.compile(
              "^PermissionError: \\[Errno 1?3?\\].*: '|" + Pattern.quote(ShelfFileSystem.OUTSIDE)),
          FOLDER_ONLY);

  /// What Python says when a module is another one than the script means.
  private static final Pattern OTHER_MODULE =
      Pattern.compile("^AttributeError: module '(\\w+)' has no attribute");

  private Hints() {}

  /// A hint for the message; empty when it says all.
  ///
  /// @param shelf of the script that ended with it
  static String of(String message, Shelf shelf) {
    Matcher other = OTHER_MODULE.matcher(message);
    if (other.find() && shelf.stands(other.group(1) + ".py")) {
      return otherModule(other.group(1));
    }
    return HINTS.entrySet().stream()
        .filter(hint -> hint.getKey().matcher(message).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String otherModule(String name) {
    boolean word =
        Words.catalogue().roots().sayings().stream()
            .anyMatch(root -> Names.snake(root.name()).equals(name));
    return name
        + ".py beside the script "
        + (word ? "hides the word " + name : "is hidden by the standard library")
        + ": rename it";
  }
}
