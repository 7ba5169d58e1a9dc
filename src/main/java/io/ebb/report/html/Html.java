package io.ebb.report.html;

import io.ebb.script.runbook.Prose;

/// Writes HTML, one element after the other. All text and all values of attributes are escaped on
/// their way: there is no way to write markup but by elements.
///
/// An element is begun by [#element], given its attributes, and ended by what it holds. Belongs to
/// one thread.
final class Html {
  private static final char FIRST_HAN = '\u4E00';
  private static final char LAST_HAN = '\u9FFF';

  private final StringBuilder out = new StringBuilder();

  /// An element that has been begun.
  final class Element {
    private final String tag;

    private Element(String tag) {
      this.tag = tag;
    }

    /// Gives it an attribute.
    Element with(String name, String value) {
      out.append(' ').append(checked(name)).append("=\"");
      escape(value);
      out.append('"');
      return this;
    }

    /// Ends it with this text.
    void text(String text) {
      if (isChinese(text)) {
        with("lang", "zh");
      }
      out.append('>');
      escape(text);
      close();
    }

    /// Ends it with what is written meanwhile.
    void holding(Runnable content) {
      out.append('>');
      content.run();
      close();
    }

    /// Ends it; it holds nothing, and can hold nothing.
    void alone() {
      out.append('>');
    }

    private void close() {
      out.append("</").append(tag).append('>');
    }
  }

  /// Begins an element.
  ///
  /// @param name its tag, with its classes behind dots: `td.num`
  Element element(String name) {
    int dot = name.indexOf('.');
    String tag = checked(dot < 0 ? name : name.substring(0, dot));
    out.append('<').append(tag);
    Element element = new Element(tag);
    return dot < 0 ? element : element.with("class", name.substring(dot + 1).replace('.', ' '));
  }

  /// Writes text into the element that is open.
  Html text(String text) {
    escape(text);
    return this;
  }

  /// Writes prose, whose own HTML runs nothing and loads nothing either. Its headings come below
  /// those of the page.
  void prose(Prose prose) {
    out.append(Headings.lowered(prose.html()));
  }

  /// All that was written, as a page.
  String page() {
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  /// What is no name would be another way to write markup.
  private static String checked(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!mayBeInName(name.charAt(i))) {
        throw new IllegalArgumentException("no name of an element or an attribute: " + name);
      }
    }
    return name;
  }

  private static boolean mayBeInName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isChinese(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_HAN && text.charAt(i) <= LAST_HAN) {
        return true;
      }
    }
    return false;
  }

  /// Control characters are no part of HTML, and steer terminals: each becomes a visible sign.
  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
  }
}
