package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.impl.ExternalTerminal;

/// Opens terminals.
final class Terminals {
  private Terminals() {}

  /// The one of this process. It is asked for nothing that it might not answer: a terminal that
  /// keeps silent would be waited for.
  ///
  /// @param term the variable `TERM`; not `dumb`, for which JLine takes no signals
  static Terminal own(String term) {
    try {
      return own(term, "jni");
    } catch (IllegalStateException noLibrary) {
      // It has to be unpacked, which a folder for temporary files may not allow. This starts later.
      return own(term, "ffm");
    }
  }

  private static Terminal own(String term, String provider) {
    try {
      return TerminalBuilder.builder()
          .name("ebb")
          .system(true)
          .systemOutput(SystemOutput.SysOutOrSysErr)
          .provider(provider)
          .dumb(false)
          .type(known(term))
          .encoding(UTF_8)
          .graphemeCluster(false)
          .build();
    } catch (IOException failure) {
      throw new UncheckedIOException("The terminal cannot be used", failure);
    }
  }

  /// JLine starts a program for each type that it does not know itself, for 20 ms.
  private static String known(String term) {
    if (term.startsWith("tmux") || term.startsWith("screen")) {
      return "screen-256color";
    }
    return term.startsWith("xterm-") ? "xterm-256color" : term;
  }

  /// One at the other end of two streams.
  static Terminal over(InputStream in, OutputStream out, String term, int columns, int lines) {
    try {
      var terminal = new ExternalTerminal("ebb", term, in, out, UTF_8);
      terminal.setSize(Size.of(columns, lines));
      return terminal;
    } catch (IOException failure) {
      throw new UncheckedIOException("The streams cannot be used as a terminal", failure);
    }
  }
}
