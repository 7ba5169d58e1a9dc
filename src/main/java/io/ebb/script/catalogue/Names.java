package io.ebb.script.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;

/// How a word is spelt in each language.
public final class Names {
  private static final Pattern SEPARATED = Pattern.compile("[_-]+(.)");
  private static final Pattern QUOTED = Pattern.compile("`[a-z]+[A-Z]\\w*`");

  private Names() {}

  /// `inQueue` as Python writes it: `in_queue`.
  public static String snake(String camel) {
    StringBuilder out = new StringBuilder(camel.length() + 4);
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      out.append(Character.isUpperCase(c) ? "_" : "").append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /// `on_deadline` or `on-deadline` as JavaScript writes it: `onDeadline`.
  public static String camel(String other) {
    return SEPARATED.matcher(other).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /// A sentence of the catalogue for Python: names between backticks as it writes them.
  public static String snakeQuoted(String doc) {
    return QUOTED.matcher(doc).replaceAll(name -> snake(name.group()));
  }
}
