package io.ebb.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Locale;

/// Has a document shown by what the desktop, or the variable `BROWSER`, has for it.
///
/// @param common where it is told that nothing can
record Viewer(Common common) {

  /// Shows the document; returns at once. Where nothing can show it, that is told, and no error:
  /// the document is there.
  void open(Path document) {
    String program = common.browser().orElseGet(Viewer::ofDesktop);
    try {
      Process _ =
          new ProcessBuilder(program, document.toString())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException _) {
      common.warn(
          "there is no %s to show it with: set BROWSER, or copy %s to where there is a browser"
              .formatted(program, document));
    }
  }

  private static String ofDesktop() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.startsWith("mac") ? "open" : "xdg-open";
  }
}
