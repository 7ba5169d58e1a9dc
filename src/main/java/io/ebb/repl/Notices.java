package io.ebb.repl;

import java.io.PrintStream;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What went wrong beside the work: each thing is told once, before a prompt. Safe for use by many
/// threads.
final class Notices {
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Queue<String> untold = new ConcurrentLinkedQueue<>();

  void add(String notice) {
    if (known.add(notice)) {
      untold.add(notice);
    }
  }

  void tell(PrintStream out) {
    for (String notice = untold.poll(); notice != null; notice = untold.poll()) {
      out.println(notice);
    }
  }
}
