package io.ebb.cli;

/// The command line asks for something that does not fit together. Nothing has been done.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
