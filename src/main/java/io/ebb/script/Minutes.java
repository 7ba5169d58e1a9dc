package io.ebb.script;

import io.ebb.run.Entry;
import java.util.ArrayList;
import java.util.List;

/// What was said in one language and succeeded, with the answers to its calls: the beginning of
/// each run that a direct order makes, so that it can be gone on with as any script's.
///
/// It holds so much, and no more. Beyond that, runs begin with the statement itself.
final class Minutes {
  private static final long MOST = 64L << 20;

  private final StringBuilder text = new StringBuilder();
  private final List<Entry> calls = new ArrayList<>();
  private final long most;
  private long size;

  Minutes() {
    this(MOST);
  }

  /// @param most how many characters of text and answers it holds
  Minutes(long most) {
    this.most = most;
  }

  /// The text of a script that says all of that, and then this.
  String textWith(String code) {
    return text + code;
  }

  /// The calls of all of that.
  List<Entry> calls() {
    return List.copyOf(calls);
  }

  /// A statement has succeeded.
  ///
  /// @return whether that was too much, for the first time: what was said until now is left off
  boolean add(String code, List<Entry> made) {
    boolean full = size > most;
    size += code.length() + made.stream().mapToLong(Minutes::size).sum();
    if (size > most) {
      text.setLength(0);
      calls.clear();
      return !full;
    }
    text.append(code).append('\n');
    calls.addAll(made);
    return false;
  }

  private static long size(Entry entry) {
    return entry instanceof Entry.Called called ? called.answer().length() : 0;
  }
}
