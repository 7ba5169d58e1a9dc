package io.ebb.cli;

import picocli.CommandLine.Option;

/// The cluster that a command is about.
final class ClusterOption {
  @Option(
      names = {"-c", "--cluster"},
      paramLabel = "ID",
      required = true,
      description = "The cluster, ehpc-….")
  private String id = "";

  String id() {
    return id;
  }
}
