package io.ebb.script.runbook;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `{name=drain confirm="Drain now?" manual}`.
final class Attributes {
  /// The value of an attribute that is named only.
  static final String BARE = "";

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?<name>[^\\s=\"'{}]+)(?:=(?:\"(?<double>(?:[^\"\\\\]|\\\\.)*)\""
              + "|'(?<single>(?:[^'\\\\]|\\\\.)*)'|(?<plain>[^\\s\"'{}]*)))?(?=[\\s}]|$)");
  private static final Pattern BLANKS = Pattern.compile("\\s*");

  private final String text;
  private final Consumer<String> wrong;
  private final SequencedMap<String, String> found = new LinkedHashMap<>();
  private int at;

  private Attributes(String text, Consumer<String> wrong) {
    this.text = text;
    this.wrong = wrong;
  }

  /// The values by their names, in order.
  ///
  /// @param text from the `{` on
  /// @param wrong takes a sentence for each thing that is wrong
  static SequencedMap<String, String> read(String text, Consumer<String> wrong) {
    Attributes attributes = new Attributes(text, wrong);
    attributes.read();
    return attributes.found;
  }

  private void read() {
    at = 1;
    Matcher attribute = ATTRIBUTE.matcher(text);
    for (blanks(); attribute.region(at, text.length()).lookingAt(); blanks()) {
      if (typographic(attribute.group("plain"))) {
        wrong.accept("write straight quotes: " + attribute.group("name") + "=\"…\"");
        return;
      }
      at = attribute.end();
      take(attribute);
    }
    if (at == text.length()) {
      wrong.accept("the { is not closed: its line must end with }");
    } else if (text.charAt(at) != '}') {
      wrong.accept("what is " + text.substring(at) + "? " + advice(text.substring(at)));
    } else if (at + 1 < text.length()) {
      wrong.accept("what is " + text.substring(at + 1).strip() + " behind the }?");
    }
  }

  private void take(Matcher attribute) {
    String name = attribute.group("name");
    if (found.putIfAbsent(name, value(attribute)) != null) {
      wrong.accept(name + " is given twice");
    }
  }

  private static String value(Matcher attribute) {
    if (attribute.group("double") != null) {
      return attribute.group("double").replaceAll("\\\\([\"\\\\])", "$1");
    }
    String plain = attribute.group("plain");
    String single = attribute.group("single");
    return single == null ? plain(plain) : single.replaceAll("\\\\(['\\\\])", "$1");
  }

  /// As word processors and some keyboards write them.
  private static boolean typographic(@Nullable String value) {
    return value != null && value.matches("[“”„‘’].*");
  }

  private static String plain(@Nullable String text) {
    return text == null ? BARE : text;
  }

  private static String advice(String rest) {
    return rest.matches("[^\"']*(\"[^\"]*|'[^']*)")
        ? "a quote is not closed"
        : "attributes are name=value, and a value with blanks or quotes stands in quotes";
  }

  private void blanks() {
    Matcher blanks = BLANKS.matcher(text).region(at, text.length());
    at = blanks.lookingAt() ? blanks.end() : at;
  }
}
