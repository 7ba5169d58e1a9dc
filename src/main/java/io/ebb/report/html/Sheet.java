package io.ebb.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The style sheet of reports. It does without all characters that have a meaning in HTML, so that
/// it can be written as text.
final class Sheet {
  static final String TEXT = read();

  private Sheet() {}

  private static String read() {
    try (InputStream in =
        Objects.requireNonNull(Sheet.class.getResourceAsStream("/io/ebb/report/report.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet of reports cannot be read", e);
    }
  }
}
