package io.ebb.cli;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.kill.GatedJournal;
import io.ebb.kill.SharedTime;
import io.ebb.run.SharedLedger;
import io.ebb.run.SqlJournal;
import io.ebb.run.Store;
import io.ebb.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/// The `ebb` command as it is, but in a [SharedTime], and asking before and after each write to its
/// journal whether it may go on. The first two arguments are the file of the time and the port to
/// ask at.
public final class Killed {
  private Killed() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] args) {
    SharedTime time = new SharedTime(Path.of(args[0]));
    int port = Integer.parseInt(args[1]);
    Terminal terminal =
        Terminal.system(System.out)
            .withWorld((settings, calls) -> world(settings, calls, time, port));
    List<String> words = List.of(args).subList(2, args.length);
    System.exit(Main.run(terminal, words.toArray(String[]::new)));
  }

  private static World world(Settings settings, CallListener calls, SharedTime time, int port) {
    Store store = Store.in(settings.stateFolder());
    return new World(
        time,
        time,
        new SharedLedger(store, "killed", calls::countedAlone),
        new GatedJournal(SqlJournal.of(store), port));
  }
}
