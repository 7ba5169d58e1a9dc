package io.ebb.script;

/// How one of our objects lies in a script's hands: opaque, unforgeable, and only the door of the
/// same script can open it.
///
/// @param target the object of a word class, or the failure behind an error
/// @param of the bridge of the script that it was made for
record Handle(Object target, Bridge of) {}
