/// Making a plan happen once. Start at [Runner][io.ebb.run.Runner]. It has five parts:
///
/// - the order of things: `Runner`, `BatchRun`, `Departure` (leaves sent together), `Drainage`,
///   `Returner`; `InPlay` and `Ledger` know where each node is;
/// - one change: `Writer`, `Delivery` (sending), `Landing` and `Pursuit` (following it to its end);
/// - seeing: `Looks` (what the run has read), `Watcher` and `OperationLog` (shared by all runs);
/// - the journal: `Journal`, `Entry`;
/// - the state folder (`Database`, `Schema`): so far the calls of all processes, `SharedLedger`.
@NullMarked
package io.ebb.run;

import org.jspecify.annotations.NullMarked;
