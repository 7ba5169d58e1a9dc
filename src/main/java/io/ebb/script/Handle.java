package io.ebb.script;

/// How one of our objects lies in a script's hands: opaque, unforgeable, and only the door can open
/// it.
///
/// @param target the object of a word class, or the failure behind an error
record Handle(Object target) {}
