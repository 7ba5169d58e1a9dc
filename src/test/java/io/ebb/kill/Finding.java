package io.ebb.kill;

import java.nio.file.Path;
import java.util.List;

/// What a trial has shown.
///
/// @param ends where processes were to be killed
/// @param killedAt what they were killed at; fewer than `ends` when a process ended by itself
///   before it came to its point
/// @param violations what was wrong; empty when all was well
/// @param first the life of the first process
/// @param folder with all that was printed
record Finding(
    Way way,
    List<Point> ends,
    List<String> killedAt,
    List<String> violations,
    Life first,
    Path folder) {}
