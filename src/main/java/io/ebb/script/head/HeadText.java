package io.ebb.script.head;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the head in the comments that a script begins with.
final class HeadText {
  private HeadText() {}

  /// The YAML between the markers, on the lines where it stands in the file, so that the parser's
  /// line numbers are the file's; null when the script has no head.
  ///
  /// @param comment what begins a comment in the script's language; empty for a runbook, whose head
  ///   begins in its first line or nowhere: elsewhere its mark is a line across the page
  /// @param wrong is told when the head does not end
  static @Nullable String cut(String comment, String text, List<String> wrong) {
    Pattern marker = Pattern.compile(Pattern.quote(comment) + "\\s*---\\s*");
    StringBuilder yaml = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      boolean mark = marker.matcher(line).matches();
      if (mark && inside) {
        return yaml.toString();
      } else if (inside && !line.startsWith(comment)) {
        break;
      } else if (!mark && !inside && !beforeHead(line, comment)) {
        return null;
      }
      boolean yamlLine = inside;
      inside |= mark;
      yaml.append(yamlLine ? line.substring(comment.length()).replaceFirst("^ ", "") : "")
          .append('\n');
    }
    if (inside) {
      wrong.add("the head is not closed: its last line must be " + mark(comment));
    }
    return null;
  }

  /// Where the last line of the head ends; 0 when the script has none.
  static int end(String comment, String text) {
    String yaml = cut(comment, text, new ArrayList<>());
    int lines = yaml == null ? 0 : (int) yaml.lines().count() + 1;
    int end = 0;
    for (int line = 0; line < lines; line++) {
      end = text.indexOf('\n', end) + 1;
    }
    return lines > 0 && end == 0 ? text.length() : end;
  }

  /// The YAML between its markers.
  static String commented(String comment, String yaml) {
    String before = comment.isEmpty() ? "" : comment + " ";
    return ("---\n" + yaml + "---\n")
        .lines()
        .map(line -> (before + line).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static String mark(String comment) {
    return (comment + " ---").strip();
  }

  /// What may stand above the head: blank lines, `#!`, and comments such as a licence.
  private static boolean beforeHead(String line, String comment) {
    String start = line.strip();
    return !comment.isEmpty()
        && (start.isEmpty()
            || start.startsWith("#!")
            || start.startsWith(comment)
            || start.startsWith("/*")
            || start.startsWith("*"));
  }
}
