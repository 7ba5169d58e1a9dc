package io.ebb.repl;

import io.ebb.repl.completion.Candidate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a session makes of the lines that a [Console] reads.
///
/// Called by the console's thread, except [#complete] and [#interrupt]. What is called while a line
/// is being typed (all but [#prompt], [#carryOut] and [#leave]) prints nothing.
public interface Conversation {

  /// What stands before the line that is read next.
  PromptLine prompt();

  /// Whether the text, one line or more, goes on in a further line.
  boolean incomplete(String text);

  /// How the text may go on at the cursor. At once: never waits for the service. Called by a thread
  /// of its own, which is interrupted and no longer heard after 300 ms.
  ///
  /// @param cursor how many characters stand before it
  List<Candidate> complete(String text, int cursor);

  /// Whether the text may be suggested to who types its beginning: nothing that destroys may.
  boolean suggestible(String text);

  /// Whether the text may be kept in the history: nothing that holds a secret may.
  boolean memorable(String text);

  /// The file with the highlighting of this text's language: nanorc syntax rules, the first one
  /// counts. Empty for none.
  Optional<Path> highlighting(String text);

  /// Does what the text says, and tells errors itself.
  ///
  /// @return whether the session goes on
  boolean carryOut(String text);

  /// Asks what is carried out to stop, and returns at once. Called by any thread.
  void interrupt();

  /// Somebody wants to leave by Ctrl-D; whether that may be, after asking where needed.
  boolean leave();
}
