package io.ebb.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Collects what a script shows, tells and prints until it is written to the script's record: so
/// much at a time, so much in all, and a notice in place of the rest. Belongs to the script's
/// thread.
final class Spool {
  private static final int MOST = 64 << 10;
  private static final int MOST_IN_ALL = 1 << 20;
  private static final String CUT = "\n… more was shown than is recorded here\n";
  private static final String FULL = "\n… what is shown from here on is not recorded any more\n";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int left = MOST_IN_ALL;
  private boolean cut;

  void add(byte[] text, int from, int count) {
    int room = Math.min(2 * MOST - bytes.size(), count); // masked it may be shorter
    bytes.write(text, from, Math.max(0, room));
    cut |= room < count;
  }

  /// What was collected, without secrets; it is forgotten here. Empty when there is nothing.
  Optional<String> take(Mask mask) {
    if (bytes.size() == 0 || left <= 0) {
      bytes.reset();
      return Optional.empty();
    }
    String text = mask.text(bytes.toString(StandardCharsets.UTF_8));
    int most = Math.min(MOST, left);
    boolean whole = !cut && text.length() <= most;
    // What was cut off may have been the second half of a secret.
    int kept = whole ? text.length() : Math.min(most, Math.max(0, text.length() - mask.longest()));
    left -= kept;
    bytes.reset();
    cut = false;
    if (whole) {
      return Optional.of(text);
    }
    return Optional.of(text.substring(0, kept) + (left == 0 ? FULL : CUT));
  }
}
