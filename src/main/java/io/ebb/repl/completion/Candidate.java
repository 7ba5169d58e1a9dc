package io.ebb.repl.completion;

/// One way to go on.
///
/// @param start where in the line it begins: what is typed from there to the cursor is replaced
/// @param value what stands there then
/// @param group a title for candidates of one sort, such as `nodes`
/// @param description what it is, beside it; may be empty
/// @param finished whether a blank may follow, as nothing longer begins with it
public record Candidate(
    int start, String value, String group, String description, boolean finished) {

  /// The same, for a text of which this one is a part.
  ///
  /// @param by where the part begins
  Candidate moved(int by) {
    return new Candidate(start + by, value, group, description, finished);
  }
}
