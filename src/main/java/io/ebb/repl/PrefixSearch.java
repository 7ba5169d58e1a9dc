package io.ebb.repl;

import java.util.ListIterator;
import java.util.function.Supplier;
import org.jline.reader.Buffer;
import org.jline.reader.History;

/// Up and Down: to the line above or below, else to the older or newer statement that begins with
/// what was typed.
final class PrefixSearch {
  private final Buffer buffer;
  private final Supplier<History> history;
  private String typed = "";
  private String found = "";

  PrefixSearch(Buffer buffer, Supplier<History> history) {
    this.buffer = buffer;
    this.history = history;
  }

  /// Up.
  boolean older() {
    if (buffer.up()) {
      return true;
    }
    if (!buffer.toString().equals(found)) {
      typed = buffer.toString();
      history.get().moveToEnd();
    }
    ListIterator<History.Entry> entries = history.get().iterator(history.get().index());
    while (entries.hasPrevious()) {
      if (put(entries.previous())) {
        return true;
      }
    }
    return false;
  }

  /// Down.
  boolean newer() {
    if (buffer.down()) {
      return true;
    }
    if (!buffer.toString().equals(found) || found.isEmpty()) {
      return false;
    }
    int next = Math.min(history.get().index() + 1, history.get().last() + 1);
    ListIterator<History.Entry> entries = history.get().iterator(next);
    while (entries.hasNext()) {
      if (put(entries.next())) {
        return true;
      }
    }
    history.get().moveToEnd();
    write(typed);
    found = "";
    return true;
  }

  private boolean put(History.Entry entry) {
    if (!entry.line().startsWith(typed) || entry.line().equals(buffer.toString())) {
      return false;
    }
    history.get().moveTo(entry.index());
    write(entry.line());
    found = entry.line();
    return true;
  }

  private void write(String text) {
    buffer.clear();
    buffer.write(text);
  }
}
