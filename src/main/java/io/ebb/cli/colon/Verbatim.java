package io.ebb.cli.colon;

/// A command whose argument is the rest of its line as it stands: a statement.
public interface Verbatim {}
