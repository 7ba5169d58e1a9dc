package io.ebb.script.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `--name value`, `--name=value` and bare `--flag` into values by name. What is unknown
/// stays in, so that the check of the parameters can name it with everything else that is wrong.
public final class GivenWords {
  private GivenWords() {}

  /// The values by option name without dashes, as typed, for [Parameters#bind].
  ///
  /// @param words as a shell cuts them
  /// @throws HeadException when it is not clear which value belongs to which name
  public static Map<String, String> read(List<String> words, List<Parameter> declared) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--") || word.length() == 2) {
        throw new HeadException(
            List.of("what is " + word + "? parameters are given as --name value"));
      }
      String name = word.substring(2);
      int equals = name.indexOf('=');
      if (equals >= 0) {
        put(given, name.substring(0, equals), name.substring(equals + 1));
      } else if (i + 1 < words.size() && takesNext(name, words.get(i + 1), declared)) {
        put(given, name, words.get(++i));
      } else if (isFlag(name, declared)) {
        put(given, name, "true");
      } else if (declared.stream().anyMatch(parameter -> parameter.name().equals(name))) {
        throw new HeadException(List.of("--" + name + " needs a value"));
      } else {
        put(given, name, "");
      }
    }
    return given;
  }

  private static void put(Map<String, String> given, String name, String value) {
    if (given.putIfAbsent(name, value) != null) {
      throw new HeadException(List.of("--" + name + " is given twice"));
    }
  }

  private static boolean takesNext(String name, String next, List<Parameter> declared) {
    boolean value = !next.startsWith("--");
    return isFlag(name, declared) ? next.equals("true") || next.equals("false") : value;
  }

  private static boolean isFlag(String name, List<Parameter> declared) {
    return declared.stream()
        .anyMatch(each -> each.name().equals(name) && each.type() == ParameterType.BOOL);
  }
}
