package io.ebb.report;

/// A parameter of a script, with what it was given.
///
/// @param name its name as an option, without dashes
/// @param value as people write it; empty when it is masked
/// @param masked whether it is a secret, which is written down nowhere
public record Setting(String name, String value, boolean masked) {}
