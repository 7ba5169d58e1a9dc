package io.ebb.cli;

/// A script failed after plans had been carried out: their end must not be lost behind its own.
final class AfterRunsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RuntimeException original;
  private final int exitCode;

  private AfterRunsException(RuntimeException original, int exitCode) {
    super(original);
    this.original = original;
    this.exitCode = exitCode;
  }

  /// The error itself when no plan was carried out, or all of them well.
  static RuntimeException of(RuntimeException original, int exitCode) {
    return exitCode == ExitCode.DONE ? original : new AfterRunsException(original, exitCode);
  }

  /// What the script failed by.
  RuntimeException original() {
    return original;
  }

  /// What the runs alone would have ended the process with.
  int exitCode() {
    return exitCode;
  }
}
