package io.ebb.script.runbook;

import io.ebb.text.Palette;
import java.util.List;
import org.commonmark.node.Node;

/// What is shown, and not carried out: text between two blocks, with the fences that are no blocks.
///
/// @param markdown its Markdown, as it stands in the file
/// @param line the line of the file that it begins in, from 1
/// @param definitions where the links of the runbook lead that are defined apart from their text,
///   such as `[wiki]: https://wiki/x`; empty for none
public record Prose(String markdown, int line, String definitions) implements Part {

  /// Prose whose links say themselves where they lead.
  public Prose(String markdown, int line) {
    this(markdown, line, "");
  }

  /// It for a terminal or a file: lines that are safe to print, wrapped where words or Chinese
  /// characters end. Code is not wrapped, and a table as narrow as its longest words allow. Without
  /// colours, what is stressed keeps the marks of Markdown.
  ///
  /// @param columns how wide it may be; running text is never wider than 100
  public List<String> lines(int columns, Palette palette) {
    return new ProseText(palette).lines(parsed(), columns);
  }

  /// It as HTML that loads nothing and runs nothing, whatever stands in it: HTML is shown as typed,
  /// an image becomes its text, and a link that leads elsewhere than to the web or to mail leads
  /// nowhere. Headings are `h1` to `h6`, tables plain `table`s.
  public String html() {
    return ProseHtml.of(parsed());
  }

  private Node parsed() {
    return Markdown.parse(definitions.isEmpty() ? markdown : markdown + "\n\n" + definitions);
  }
}
