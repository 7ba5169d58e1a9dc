package io.ebb.script.catalogue;

/// What a word does to the world outside the script.
public enum Effect {
  /// Looks, and changes nothing.
  READ,
  /// Changes something that can be changed back.
  CHANGE,
  /// Destroys something for good.
  DESTROY
}
