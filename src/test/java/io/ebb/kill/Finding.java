package io.ebb.kill;

import java.util.List;

/// What an attempt has shown.
///
/// @param killedAt what the processes were killed at; fewer than the attempt says when one came to
///   its end before it came to its point
/// @param violations what was wrong; empty when all was well
/// @param first the life of the first process
record Finding(Attempt attempt, List<String> killedAt, List<String> violations, Life first) {

  /// How many processes came to their end before they came to their point.
  int missed() {
    return attempt.ends().size() - killedAt.size();
  }
}
