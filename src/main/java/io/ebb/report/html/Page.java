package io.ebb.report.html;

import io.ebb.report.Report;

/// What is being written.
///
/// @param html where to
/// @param report what
/// @param times how moments are told
record Page(Html html, Report report, Times times) {

  /// A section with its heading.
  ///
  /// @param id by which the table of contents leads to it
  void section(String id, String title, Runnable content) {
    html.element("section")
        .with("id", id)
        .with("aria-labelledby", id + "-title")
        .holding(() -> {
          html.element("h2").with("id", id + "-title").text(title);
          content.run();
        });
  }

  /// A table that can be moved sideways where it is too wide.
  ///
  /// @param label what it is, for who cannot see it
  Table table(String label, String... columns) {
    return new Table(html, label, columns);
  }

  void paragraph(String style, String text) {
    html.element(style.isEmpty() ? "p" : "p." + style).text(text);
  }

  /// A word with its sign and its colour.
  void badge(Tone tone, String words) {
    html.element("span.badge." + tone.style()).text(words);
  }
}
