package io.ebb.script.catalogue;

/// One parameter of a word.
///
/// @param name its name in camelCase
/// @param option whether it is given by name and may be left out
/// @param doc what it means
/// @param shape what is given
/// @param otherwise what holds when it is not given; empty when its doc says all, or it must be
/// @param type what it is converted to
public record Input(
    String name, boolean option, String doc, Shape shape, String otherwise, Class<?> type) {}
