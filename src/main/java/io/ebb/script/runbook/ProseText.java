package io.ebb.script.runbook;

import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Prose for a terminal.
///
/// @param palette colours, if any
record ProseText(Palette palette) {
  /// Longer lines are hard to read.
  private static final int WIDEST = 100;

  private static final String CODE_INDENT = "    ";

  /// The lines of all that stands in the node, a blank line between its blocks.
  List<String> lines(Node parent, int columns) {
    return lines(parent, columns, true);
  }

  private List<String> lines(Node parent, int columns, boolean apart) {
    List<String> lines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      List<String> block = block(node, columns);
      if (apart && !lines.isEmpty() && !block.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block);
    }
    return lines;
  }

  private List<String> block(Node node, int columns) {
    return switch (node) {
      case Heading heading -> heading(heading, columns);
      case Paragraph paragraph -> flow(paragraph, columns);
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case BlockQuote quote ->
          lines(quote, columns - 2).stream()
              .map(line -> (palette.paint(Style.DIM, "│") + " " + line).stripTrailing())
              .toList();
      case ListBlock list -> list(list, columns);
      case ThematicBreak _ -> List.of(rule("─", columns));
      case TableBlock table -> new ProseTable(table, palette).lines(columns);
      case HtmlBlock html when !Markdown.isComment(html.getLiteral()) ->
          html.getLiteral().lines().map(line -> Line.of(line).toString()).toList();
      case HtmlBlock _, LinkReferenceDefinition _ -> List.of();
      default -> lines(node, columns);
    };
  }

  private List<String> flow(Node parent, int columns) {
    return new Flow(Spans.of(parent, palette, null)).lines(Math.min(columns, WIDEST), palette);
  }

  /// The two highest are underlined.
  private List<String> heading(Heading heading, int columns) {
    Flow flow = new Flow(Spans.of(heading, palette, Style.BOLD));
    List<String> lines = new ArrayList<>(flow.lines(Math.min(columns, WIDEST), palette));
    if (heading.getLevel() <= 2) {
      lines.add(rule(heading.getLevel() == 1 ? "═" : "─", Math.min(columns, flow.width())));
    } else if (palette == Palette.PLAIN) {
      lines.set(0, "#".repeat(heading.getLevel()) + " " + lines.getFirst());
    }
    return lines;
  }

  private String rule(String mark, int columns) {
    return palette.paint(Style.DIM, mark.repeat(Math.min(columns, WIDEST)));
  }

  /// As it was typed, for people to copy.
  private static List<String> code(String text) {
    return text.lines()
        .map(line -> CODE_INDENT + Line.of(line.replace("\t", CODE_INDENT)))
        .map(String::stripTrailing)
        .toList();
  }

  private List<String> list(ListBlock list, int columns) {
    List<String> lines = new ArrayList<>();
    int number = list instanceof OrderedList ordered ? first(ordered) : 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!list.isTight() && !lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(item((ListItem) item, mark(list, number++), list.isTight(), columns));
    }
    return lines;
  }

  private static int first(OrderedList list) {
    Integer number = list.getMarkerStartNumber();
    return number == null ? 1 : number;
  }

  private static String mark(ListBlock list, int number) {
    return switch (list) {
      case BulletList _ -> "- ";
      case OrderedList ordered -> number + ordered.getMarkerDelimiter() + " ";
      default -> "";
    };
  }

  private List<String> item(ListItem item, String mark, boolean tight, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : lines(item, columns - mark.length(), !tight)) {
      String before = lines.isEmpty() ? mark : " ".repeat(mark.length());
      lines.add((before + line).stripTrailing());
    }
    return lines.isEmpty() ? List.of(mark.stripTrailing()) : lines;
  }
}
