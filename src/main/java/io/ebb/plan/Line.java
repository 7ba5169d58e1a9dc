package io.ebb.plan;

/// One labelled line of a plan as people read it.
///
/// @param label what it is about, for example `guard`; empty when it continues the line above
/// @param text the rest
public record Line(String label, String text) {}
