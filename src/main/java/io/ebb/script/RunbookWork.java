package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A runbook that is to be carried out, and how.
///
/// @param parameters checked values
/// @param options how nodes are retired when a block does not say otherwise
/// @param chosen which blocks are carried out
/// @param whole asked whether all of it is to stop
record RunbookWork(
    Runbook runbook,
    Map<String, Object> parameters,
    RetireOptions options,
    Entry.Chosen chosen,
    RunbookHost host,
    Cancellation whole) {

  /// An error of a block as a whole, at the line that it begins in.
  ScriptException error(Block block, String message, String hint, @Nullable Throwable cause) {
    String line = runbook.text().lines().skip(block.line() - 1L).findFirst().orElse("");
    return new ScriptException(
        message, runbook.file(), block.line(), 0, line.strip(), hint, "", cause);
  }
}
