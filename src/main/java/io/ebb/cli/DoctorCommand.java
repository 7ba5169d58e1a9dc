package io.ebb.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb doctor`: tells whether Ebb can work here, and if not, what to mend.
@Command(
    name = "doctor",
    description = "Check settings, network, keys, clock, call quota and access to a cluster.",
    footer = {
      "",
      "Reads only, in at most a handful of calls. Exit codes: 0 nothing failed,",
      "  1 something did, 2 settings are missing or wrong, 4 authentication."
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Option(
      names = {"-c", "--cluster"},
      paramLabel = "ID",
      description = "The cluster to look into, ehpc-… (default: the only one).")
  private @Nullable String cluster;

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Doctor(common, cluster).examine();
    common.screen().show(diagnosis);
    return diagnosis.exitCode();
  }
}
