package io.ebb.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ebb.script.runbook.Prose;
import org.junit.jupiter.api.Test;

/// What is written as text is read as text.
final class HtmlTest {
  private final Html html = new Html();

  private String body() {
    return html.page().replace("<!DOCTYPE html>\n", "").strip();
  }

  @Test
  void textAndAttributesAreEscaped() {
    html.element("p.a.b").with("title", "\"'><b>&").text("\"'><script>&amp;");

    assertThat(body())
        .isEqualTo(
            "<p class=\"a b\" title=\"&quot;&#39;&gt;&lt;b&gt;&amp;\">"
                + "&quot;&#39;&gt;&lt;script&gt;&amp;amp;</p>");
  }

  @Test
  void whatIsNoNameIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> html.element("p onload"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> html.element("p").with("x=\"1\" onload", "1"));
  }

  @Test
  void controlCharactersBecomeSigns() {
    html.element("p").text("a\u001b[31mb\u0000c\nd");

    assertThat(body()).isEqualTo("<p>a\uFFFD[31mb\uFFFDc\nd</p>");
  }

  @Test
  void chineseIsSaidToBeChinese() {
    html.element("p").text("删除 node3");

    assertThat(body()).isEqualTo("<p lang=\"zh\">删除 node3</p>");
  }

  @Test
  void headingsOfProseComeBelowThoseOfThePage() {
    html.prose(new Prose("# One\n\n## Two\n\nwords `<h1>`\n", 1));

    assertThat(body()).contains("<h3>One</h3>", "<h4>Two</h4>", "&lt;h1&gt;");
  }

  @Test
  void theStyleSheetDoesWithoutCharactersThatMeanSomethingInHtml() {
    assertThat(Sheet.TEXT).doesNotContain("<", ">", "&", "\"", "'", "url(", "@import");
  }
}
