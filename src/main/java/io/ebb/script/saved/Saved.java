package io.ebb.script.saved;

import io.ebb.script.head.Head;
import java.util.List;

/// What a session became.
///
/// @param head what it says of itself
/// @param text all of it, head and code
/// @param notes what has to be known of it, a sentence each; usually none
public record Saved(Head head, String text, List<String> notes) {
  /// Copies the list.
  public Saved {
    notes = List.copyOf(notes);
  }
}
