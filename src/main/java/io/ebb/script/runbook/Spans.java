package io.ebb.script.runbook;

import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Reads running text. Of an image the text that stands for it is left, of a link also where it
/// leads.
final class Spans extends AbstractVisitor {
  private final boolean marks;
  private final List<Span> found = new ArrayList<>();
  private @Nullable Style style;

  private Spans(boolean marks, @Nullable Style style) {
    this.marks = marks;
    this.style = style;
  }

  /// @param palette one without colours leaves the marks of Markdown on what is stressed
  /// @param style that of all of it; null for none
  static List<Span> of(Node parent, Palette palette, @Nullable Style style) {
    Spans spans = new Spans(palette == Palette.PLAIN && style == null, style);
    spans.visitChildren(parent);
    return spans.found;
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    add("`" + code.getLiteral() + "`");
  }

  @Override
  public void visit(HtmlInline html) {
    if (!Markdown.isComment(html.getLiteral())) {
      add(html.getLiteral());
    }
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(Span.SOFT_BREAK);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add(Span.HARD_BREAK);
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(emphasis, Style.STRESS, "*");
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    styled(emphasis, Style.BOLD, "**");
  }

  @Override
  public void visit(Link link) {
    int before = found.size();
    visitChildren(link);
    StringBuilder text = new StringBuilder();
    found.subList(before, found.size()).forEach(span -> text.append(span.text()));
    String target = link.getDestination();
    if (!target.isEmpty() && !target.startsWith("#") && !target.endsWith(text.toString())) {
      add(" (" + target + ")");
    }
  }

  private void styled(Node node, Style inner, String mark) {
    Style outer = style;
    style = outer == null ? inner : outer;
    add(marks ? mark : "");
    visitChildren(node);
    add(marks ? mark : "");
    style = outer;
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      found.add(new Span(text, style));
    }
  }
}
