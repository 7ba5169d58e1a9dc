package io.ebb.script.runbook;

/// What a runbook consists of, in the order of its text.
public sealed interface Part permits Prose, Block {

  /// The line of the file that it begins in, from 1.
  int line();
}
