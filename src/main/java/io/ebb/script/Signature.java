package io.ebb.script;

/// What a person says who has carried out a block of a runbook by hand, or has not.
///
/// @param deed what was done
/// @param note what the person has to say; empty for nothing
/// @param by who has said so, as in [Reply#by]
public record Signature(Deed deed, String note, String by) {

  /// What a person may do about such a block.
  public enum Deed {
    /// It is done.
    DONE,
    /// It is left out, and the runbook goes on.
    SKIP,
    /// It is not done, and the runbook stops before it.
    ABORT
  }
}
