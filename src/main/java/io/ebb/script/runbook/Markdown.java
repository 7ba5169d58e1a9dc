package io.ebb.script.runbook;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The dialect that runbooks are written in: CommonMark with tables.
final class Markdown {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /// Quotes and lists are taken as text from this depth on: nobody reads them, and each level needs
  /// its share of the stack.
  private static final int DEEPEST = 100;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private static final String END = "-->";

  private Markdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /// Whether HTML is a comment, which nobody is meant to read, and nothing behind it.
  static boolean isComment(String html) {
    String text = html.strip();
    int end = text.indexOf(END);
    return text.startsWith("<!--") && (end < 0 || end + END.length() == text.length());
  }
}
