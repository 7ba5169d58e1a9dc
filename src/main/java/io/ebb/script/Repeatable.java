package io.ebb.script;

import java.util.SplittableRandom;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// What the languages' own libraries answer otherwise each time, time and chance, so that it is the
/// same when a script is run again. Time stands still between two calls that are recorded.
///
/// @param now gives milliseconds since 1970
/// @param chance gives numbers from 0 up to 1
record Repeatable(ProxyExecutable now, ProxyExecutable chance) {

  static Repeatable of(Session session) {
    SplittableRandom random = new SplittableRandom(session.outside().seed());
    return new Repeatable(
        _ -> (double) session.outside().present().toEpochMilli(), _ -> random.nextDouble());
  }
}
