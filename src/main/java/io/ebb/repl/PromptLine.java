package io.ebb.repl;

/// What stands before a line that is read.
///
/// @param place where one is, such as the profile
/// @param production whether what is destroyed here is missed: to be seen at a glance, also without
///   colours
/// @param language the id of the language that is spoken
public record PromptLine(String place, boolean production, String language) {}
