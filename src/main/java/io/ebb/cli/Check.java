package io.ebb.cli;

import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One thing that `ebb doctor` looked at, and what it found.
///
/// @param name what it looked at, in a word
/// @param state how that is
/// @param finding what it found, or why it did not look
/// @param mend what to do about it; empty when there is nothing to do here
/// @param exitCode what the process is to end with because of it
record Check(String name, State state, String finding, String mend, int exitCode) {

  /// How a thing is that was looked at.
  enum State {
    OK(Style.SUCCESS),
    WARNING(Style.WARNING),
    FAILED(Style.ERROR),
    /// It makes no sense to look before something else is mended.
    SKIPPED(Style.DIM);

    private final Style style;

    State(Style style) {
      this.style = style;
    }

    Style style() {
      return style;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check ok(String name, String finding) {
    return new Check(name, State.OK, finding, "", ExitCode.DONE);
  }

  static Check warning(String name, String finding, String mend) {
    return new Check(name, State.WARNING, finding, mend, ExitCode.DONE);
  }

  static Check failed(String name, String finding, String mend) {
    return new Check(name, State.FAILED, finding, mend, ExitCode.FAILED);
  }

  static Check skipped(String name, String why) {
    return new Check(name, State.SKIPPED, why, "", ExitCode.DONE);
  }

  /// This check, with another code to end with.
  Check endingWith(int code) {
    return new Check(name, state, finding, mend, code);
  }

  Map<String, String> data() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("state", state.label());
    data.put("finding", finding);
    data.put("mend", mend);
    return data;
  }
}
