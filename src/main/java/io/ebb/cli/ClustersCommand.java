package io.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ebb clusters`: lists the clusters of the account.
@Command(name = "clusters", description = "List the clusters of the account.")
final class ClustersCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      common.screen().show(connected.ebb().ehpc().clusters());
      return ExitCode.DONE;
    }
  }
}
