package io.ebb.script.runbook;

import java.util.List;
import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// Prose as HTML that loads nothing and runs nothing: an image becomes the text that stands for it,
/// HTML is shown as it was typed, and a link leads to the web or to mail, or nowhere.
final class ProseHtml implements NodeRenderer {
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .extensions(Markdown.EXTENSIONS)
          .nodeRendererFactory(ProseHtml::new)
          .build();

  private final HtmlNodeRendererContext context;

  private ProseHtml(HtmlNodeRendererContext context) {
    this.context = context;
  }

  static String of(Node prose) {
    return RENDERER.render(prose);
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class, HtmlBlock.class, HtmlInline.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case HtmlBlock html when !Markdown.isComment(html.getLiteral()) -> {
        context.getWriter().tag("p");
        context.getWriter().text(html.getLiteral());
        context.getWriter().tag("/p");
        context.getWriter().line();
      }
      case HtmlInline html when !Markdown.isComment(html.getLiteral()) ->
          context.getWriter().text(html.getLiteral());
      case Image image -> children(image);
      default -> {}
    }
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }
}
