package io.ebb.report.html;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The headings of rendered prose, put below those of the page that it becomes part of.
final class Headings {
  private static final Pattern TAG = Pattern.compile("<(/?)h([1-6])>");

  /// The page's own go down to the second level.
  private static final int ABOVE = 2;

  private static final int LOWEST = 6;

  private Headings() {}

  /// @param html in which a tag is a tag: text is escaped
  static String lowered(String html) {
    return TAG.matcher(html).replaceAll(Headings::lowered);
  }

  private static String lowered(MatchResult tag) {
    int level = Math.min(LOWEST, Integer.parseInt(tag.group(2)) + ABOVE);
    return "<" + tag.group(1) + "h" + level + ">";
  }
}
