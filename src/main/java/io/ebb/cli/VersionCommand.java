package io.ebb.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ebb version`: tells the version of Ebb and of what it runs on.
@Command(name = "version", description = "Tell the version of Ebb and of what it runs on.")
final class VersionCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  /// The version of Ebb.
  static String version() {
    String version = VersionCommand.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public Integer call() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("ebb", version());
    out.put("java", Runtime.version().toString());
    out.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    common.screen().show(out);
    return ExitCode.DONE;
  }
}
