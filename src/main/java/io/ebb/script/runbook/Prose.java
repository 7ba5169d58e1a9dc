package io.ebb.script.runbook;

import io.ebb.text.Palette;
import java.util.List;

/// What is shown, and not carried out: text between two blocks, with the fences that are no blocks.
///
/// @param markdown its Markdown, as it stands in the file
/// @param line the line of the file that it begins in, from 1
public record Prose(String markdown, int line) implements Part {

  /// It for a terminal or a file: lines that are safe to print, wrapped where words or Chinese
  /// characters end. Code is not wrapped, and a table as narrow as its longest words allow. Without
  /// colours, what is stressed keeps the marks of Markdown.
  ///
  /// @param columns how wide it may be; running text is never wider than 100
  public List<String> lines(int columns, Palette palette) {
    return new ProseText(palette).lines(Markdown.parse(markdown), columns);
  }

  /// It as HTML that loads nothing and runs nothing, whatever stands in it: HTML is shown as typed,
  /// an image becomes its text, and a link that leads elsewhere than to the web or to mail leads
  /// nowhere. Headings are `h1` to `h6`, tables plain `table`s.
  public String html() {
    return ProseHtml.render(markdown);
  }
}
