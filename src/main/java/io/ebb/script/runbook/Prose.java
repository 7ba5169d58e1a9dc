package io.ebb.script.runbook;

/// What is shown, and not carried out: text between two blocks, with the fences that are no blocks.
///
/// @param markdown its Markdown
/// @param line the line of the file that it begins in, from 1
public record Prose(String markdown, int line) implements Part {}
