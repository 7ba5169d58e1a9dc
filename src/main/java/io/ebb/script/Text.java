package io.ebb.script;

import io.ebb.script.catalogue.Given;

/// Any value as the script's own language writes it in text.
///
/// @param text what `${x}` gives in JavaScript, `str(x)` in Python
@Given
record Text(String text) {}
