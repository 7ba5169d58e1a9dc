package io.ebb.kill;

import java.util.Locale;

/// The kinds of moments at which a process is killed.
enum Moment {
  /// A request has left the process, and never arrives.
  HTTP_BEFORE,
  /// A request has had its effect, and its answer never arrives.
  HTTP_AFTER,
  /// An event is about to be written to the journal.
  JOURNAL_BEFORE,
  /// An event has just been written to the journal.
  JOURNAL_AFTER;

  /// As it is written in a point, for example `http-before`.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Moment labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
