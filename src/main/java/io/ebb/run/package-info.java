/// Making a plan happen once. Start at [Runner][io.ebb.run.Runner]. It has six parts:
///
/// - the order of things: `Runner`, `Course` (one run from wherever it is to its end), `BatchRun`,
///   `Departure` (leaves sent together), `Drainage`, `Pausing`, `Confirming`, `Deletion`,
///   `Returner`; `InPlay` and `Ledger` know where each node is, `Fitness` and `Losses` for which
///   nodes a step is still right;
/// - one change: `Writer`, `Delivery` (sending), `Landing` and `Pursuit` (following it to its end);
/// - seeing: `Looks` (what the run has read), `Watcher` and `OperationLog` (shared by all runs);
/// - going on: `History` (a run as its events tell it), `Recovery` (what came of changes that were
///   under way), `SecondLook` (at what was unknown in the end);
/// - stopping: `Cancellation`, `Halt`, `Interruption`, `Heartbeat`;
/// - what is written: `Journal` and `Entry`, by `Logbook` for one run; `SqlJournal` on a `Store`
///   with `Runs`, `Events` and `Holds` as its tables, and the calls of all processes,
///   `SharedLedger`.
@NullMarked
package io.ebb.run;

import org.jspecify.annotations.NullMarked;
