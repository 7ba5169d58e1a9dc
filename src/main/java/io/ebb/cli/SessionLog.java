package io.ebb.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was typed in a session and what stood on the screen behind it, for its report. Nothing that
/// may hold a secret is kept, and of long things the beginning.
///
/// Safe for use by many threads.
final class SessionLog {
  private static final int MOST_OF_ONE = 1 << 16;
  private static final int MOST_OF_ALL = 1 << 24;
  private static final String SECRET = "(not kept, as it may hold a secret)";
  private static final String CUT = "\n(the rest is not kept)";

  /// What steers a terminal: colours, and clearing a line.
  private static final Pattern STEERING = Pattern.compile("\033\\[[0-9;?]*[A-Za-z]");

  /// What was written over before the line ended.
  private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^.*\r");

  /// @param language what it was typed in: `js`, `py`, or `:` for a command; empty for what came
  ///   before anything was typed
  /// @param text what was typed
  /// @param shown what was shown until the next was typed
  record Remark(Instant at, String language, String text, String shown) {}

  private final Predicate<String> allowed;
  private final List<Remark> remarks = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();
  private Remark open;
  private int size;

  /// @param begun when the session began
  /// @param allowed whether a line may be kept
  SessionLog(Instant begun, Predicate<String> allowed) {
    this.open = new Remark(begun, "", "", "");
    this.allowed = allowed;
  }

  /// Something was typed.
  synchronized void typed(Instant at, String language, String text) {
    remarks.add(closed());
    shown.setLength(0);
    open = new Remark(at, language, allowed.test(text) ? text : SECRET, "");
    size += text.length();
  }

  /// All of it so far, in order.
  synchronized List<Remark> remarks() {
    List<Remark> all = new ArrayList<>(remarks);
    all.add(closed());
    return all;
  }

  private Remark closed() {
    String plain = STEERING.matcher(shown).replaceAll("");
    String kept =
        OVERWRITTEN
            .matcher(plain)
            .replaceAll("")
            .lines()
            .map(line -> allowed.test(line) ? line : SECRET)
            .collect(Collectors.joining("\n"));
    return new Remark(open.at(), open.language(), open.text(), kept);
  }

  private synchronized void hear(String text) {
    if (shown.length() < MOST_OF_ONE && size < MOST_OF_ALL) {
      size += text.length();
      shown.append(text);
      if (shown.length() >= MOST_OF_ONE || size >= MOST_OF_ALL) {
        shown.append(CUT);
      }
    }
  }

  /// The stream, of which all is heard that goes through it.
  PrintStream heard(PrintStream stream) {
    return new PrintStream(new Heard(stream), true, StandardCharsets.UTF_8);
  }

  /// Hands on what is written; parts of characters never come apart, as texts are written whole.
  private final class Heard extends FilterOutputStream {
    Heard(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
      out.write(octets, from, count);
      hear(new String(octets, from, count, StandardCharsets.UTF_8));
    }
  }
}
