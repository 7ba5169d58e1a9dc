package io.ebb.script;

/// Any value as the script's own language writes it in text.
///
/// @param text what `${x}` gives in JavaScript, `str(x)` in Python
record Text(String text) {}
