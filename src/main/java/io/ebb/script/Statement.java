package io.ebb.script;

/// What was typed at a prompt: one statement or several, in one language.
///
/// @param name what errors name it by, such as `js[3]`
public record Statement(Language language, String text, String name) {}
