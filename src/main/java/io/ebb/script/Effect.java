package io.ebb.script;

/// What a word does to the world outside the script.
enum Effect {
  /// Looks, and changes nothing.
  READ,
  /// Changes something that can be changed back.
  CHANGE,
  /// Destroys something for good.
  DESTROY
}
