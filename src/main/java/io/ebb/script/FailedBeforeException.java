package io.ebb.script;

/// A block of a runbook has come to the place at which it failed the first time. Nothing in it can
/// catch this.
final class FailedBeforeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailedBeforeException() {
    super("the block failed here the first time");
  }
}
