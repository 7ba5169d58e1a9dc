package io.ebb.plan;

import java.util.Arrays;
import java.util.Locale;

/// What happens to a node that jobs still use when the time to drain is over (rule 5).
public enum OnDeadline {
  /// The node goes back into its queue and stays. The default.
  KEEP,
  /// Somebody is asked: keep the node, or delete it under its jobs.
  ASK,
  /// The node is deleted; the jobs on it are lost.
  FORCE;

  /// The choice by the word scripts and options use: `keep`, `ask` or `force`.
  ///
  /// @throws IllegalArgumentException for any other word
  public static OnDeadline named(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.label().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown choice '" + word + "' on deadline: use keep, ask or force"));
  }

  /// The word scripts and options use, for example `keep`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
