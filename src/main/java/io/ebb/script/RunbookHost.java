package io.ebb.script;

import io.ebb.run.Entry.BlockEnd;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Prose;

/// The people, or the pipe, behind a runbook.
///
/// Used by one thread at a time. [#ask] answers the questions about blocks, too: those of
/// `confirm`, of `on-error=ask` and of a runbook that is carried out step by step, each under the
/// block's name.
public interface RunbookHost extends Host {

  /// Shows the prose that stands before the next block, or behind the last one.
  void prose(Prose prose);

  /// A block comes next, and begins when nothing is asked about it or that is answered.
  ///
  /// @param place its place among the blocks, from 1
  /// @param count how many there are
  void begins(Block block, int place, int count);

  /// Shows what a block would do, before it is asked whether it is carried out.
  void preview(Block block);

  /// A block is over, or was left out.
  ///
  /// @param note why; empty when there is nothing to say
  void ended(Block block, BlockEnd end, String note);

  /// Waits for a person to carry out a block by hand.
  ///
  /// @throws io.ebb.run.RefusedException when nobody can be asked
  Signature sign(Block block);
}
