package io.ebb.report.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes Markdown in which texts from anywhere stay text.
final class MarkdownWriter {
  /// What means something to Markdown, or to the HTML in it.
  private static final Pattern MEANING = Pattern.compile("[\\\\`*_\\[\\]<>|~&#]");

  private static final Pattern FENCE = Pattern.compile("`{3,}");

  private final StringBuilder out = new StringBuilder();

  /// Writes Markdown as it is, as a paragraph of its own.
  void raw(String markdown) {
    out.append(markdown).append("\n\n");
  }

  void heading(int level, String text) {
    raw("#".repeat(level) + " " + escaped(text));
  }

  /// A paragraph; nothing when it is empty.
  void text(String text) {
    if (!text.isEmpty()) {
      raw(escaped(text));
    }
  }

  /// An item of a list, which [#end] ends; nothing when the value is empty.
  void item(String name, String value) {
    if (!value.isEmpty()) {
      out.append("- ").append(escaped(name)).append(": ").append(escaped(value)).append('\n');
    }
  }

  /// Ends a list.
  void end() {
    if (!out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }

  /// A fence around text as it is.
  void code(String language, String text) {
    int longest = FENCE.matcher(text).results().mapToInt(it -> it.group().length()).max().orElse(2);
    String fence = "`".repeat(longest + 1);
    raw("%s%s%n%s%n%s".formatted(fence, language, text, fence));
  }

  void table(List<String> heads, List<List<String>> rows) {
    row(heads);
    row(heads.stream().map(_ -> "---").toList());
    rows.forEach(row -> row(row.stream().map(MarkdownWriter::escaped).toList()));
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
  }

  /// In one line, and with no meaning.
  private static String escaped(String text) {
    return MEANING
        .matcher(text.strip().replaceAll("\\s+", " "))
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing() + "\n";
  }
}
