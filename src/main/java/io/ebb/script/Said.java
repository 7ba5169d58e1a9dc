package io.ebb.script;

import org.jspecify.annotations.Nullable;

/// What a statement gave.
///
/// @param value one of the types that [Host#show] takes; a text, a number and the like is text as
///   the language itself writes it, in quotes for example
/// @param silent whether it gave nothing worth showing: an assignment, `undefined`, `None`
public record Said(@Nullable Object value, boolean silent) {}
