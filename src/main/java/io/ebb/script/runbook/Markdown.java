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

  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private Markdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /// Whether HTML is a comment, which nobody is meant to read.
  static boolean isComment(String html) {
    return html.stripLeading().startsWith("<!--");
  }
}
