package io.ebb.cli;

import io.ebb.report.Report;

/// A session, as the commands of `ebb` find it that are used in it: it lends them its connection,
/// its terminal and its Ctrl-C.
interface Lender extends Asker {

  /// The connection of the session; opened by now.
  Connected connected();

  /// The options that the session was begun with.
  Common common();

  /// How much questions say.
  Detail detail();

  /// What was said in the session so far, and what came of it.
  Report report();

  /// How many columns the terminal has now.
  int columns();

  /// Whether a line on standard error can be written over.
  boolean live();

  /// From now on Ctrl-C does this, and ends no process.
  Reaction onInterrupt(Runnable handler);
}
