package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What proxies, portals and other servers answer in place of the service.
final class WebPage {
  private static final int READ = 4096;
  private static final int SHOWN = 80;
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>\\s*([^<\\s][^<]*)");

  private WebPage() {}

  /// The title of a page, else its first words; empty when it is no page at all.
  static Optional<String> words(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, READ), UTF_8).strip();
    if (!text.startsWith("<")) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(text);
    String words = title.find() ? title.group(1) : text.replaceAll("<[^>]*>?", " ");
    String line = words.replaceAll("\\s+", " ").strip();
    return Optional.of(line.substring(0, Math.min(line.length(), SHOWN)));
  }
}
