package io.ebb.cli;

/// The entry point of the `ebb` command.
public final class Main {
  private Main() {}

  /// Runs the command line.
  public static void main(String[] args) {
    System.out.println("ebb " + args.length);
  }
}
