package io.ebb.script.runbook;

import java.util.BitSet;
import java.util.function.BiConsumer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// Finds what was meant as a block and would not be carried out, and nobody would notice.
final class Strays extends AbstractVisitor {
  private final Lines lines;
  private final BiConsumer<Integer, String> wrong;
  private final BitSet seen = new BitSet();

  private Strays(Lines lines, BiConsumer<Integer, String> wrong) {
    this.lines = lines;
    this.wrong = wrong;
  }

  /// @param wrong takes the number of a line, from 0, and what is wrong there
  static void find(Node document, Lines lines, BiConsumer<Integer, String> wrong) {
    Strays strays = new Strays(lines, wrong);
    document.accept(strays);
    strays.unseen();
  }

  @Override
  public void visit(FencedCodeBlock node) {
    int first = first(node);
    Fence fence = Fence.opened(lines.line(first)).orElse(null);
    if (fence != null) {
      nested(node, first, fence);
      swallowed(node, first, fence);
    }
    see(node);
  }

  private void nested(FencedCodeBlock node, int line, Fence fence) {
    if (!(node.getParent() instanceof Document) && fence.meansBlock()) {
      wrong.accept(
          line,
          "a block must stand at the left margin, not in a list or a quote; a fence that is only"
              + " to be shown is one of text");
    }
  }

  private void swallowed(FencedCodeBlock node, int first, Fence outer) {
    for (SourceSpan span : node.getSourceSpans()) {
      int line = span.getLineIndex();
      boolean inner =
          line > first
              && Fence.opened(lines.line(line))
                  .filter(each -> each.meansBlock() && outer.swallows(each))
                  .isPresent();
      if (inner) {
        wrong.accept(
            line,
            "a block begins within the fence of line %d, which is not closed before it; a fence that"
                    .formatted(first + 1)
                + " shows a fence is opened by four backticks");
      }
    }
  }

  @Override
  public void visit(HtmlBlock node) {
    if (Markdown.isComment(node.getLiteral())) {
      see(node);
    }
  }

  private void see(Block node) {
    node.getSourceSpans().forEach(span -> seen.set(span.getLineIndex()));
  }

  private void unseen() {
    for (int line = seen.nextClearBit(0);
        line < lines.count();
        line = seen.nextClearBit(line + 1)) {
      if (Fence.opened(lines.line(line)).filter(Fence::meansBlock).isPresent()) {
        wrong.accept(
            line,
            "this looks like a block, and Markdown does not take it for one: it is indented by four"
                + " blanks or more, stands in HTML, or has a backtick in its line");
      }
    }
  }

  private static int first(Block node) {
    return node.getSourceSpans().getFirst().getLineIndex();
  }
}
