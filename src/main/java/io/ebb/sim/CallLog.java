package io.ebb.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Remembers the last calls, and tells whoever wants to know of each. Safe for use by many threads.
final class CallLog {
  /// Some 15 MB: more than an hour's quota of fifty accounts.
  private static final int CAPACITY = 100_000;

  private final Deque<Call> calls = new ArrayDeque<>();
  private final List<Consumer<String>> listeners;

  CallLog(List<Consumer<String>> listeners) {
    this.listeners = listeners;
  }

  void add(Call call, RawRequest request) {
    synchronized (calls) {
      if (calls.size() == CAPACITY) {
        calls.remove();
      }
      calls.add(call);
    }
    if (!listeners.isEmpty()) {
      String line = LogLine.of(call, request);
      listeners.forEach(listener -> listener.accept(line));
    }
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }
}
