package io.ebb.script;

import java.util.List;
import java.util.Map;

/// A session in which statements are said one after another, in both languages. What a statement
/// defines is there for the next ones in its language; values cross by `share` only.
///
/// Each language works on a thread of its own. One statement at a time is said; all other methods
/// may be called by any thread at any time, and return at once.
@SuppressWarnings("DoNotCallSuggester")
public final class Dialogue implements AutoCloseable {
  Dialogue() {}

  /// Has the language made ready behind, unless it is or becomes so already: the first statement in
  /// it need not wait for that then.
  public void warm(Language language) {
    throw new UnsupportedOperationException();
  }

  /// Whether a statement in this language could be said without waiting for the language.
  public boolean ready(Language language) {
    throw new UnsupportedOperationException();
  }

  /// Says the statement and waits until it is done; its value is `_` from then on. One that fails
  /// leaves everything usable, also the names that it was about to define.
  ///
  /// @throws ScriptException when nothing in it caught an error
  /// @throws CancelledException when it was interrupted
  /// @throws StillStoppingException when it, or an earlier one in its language, was interrupted and
  ///   has not come to its end
  public Said say(Statement statement) {
    throw new UnsupportedOperationException();
  }

  /// Stops the statement that is said. Whoever waits for it is back within a second, whatever it
  /// does; nothing when none is said.
  public void interrupt() {
    throw new UnsupportedOperationException();
  }

  /// Whether the text is only the beginning of a statement, and goes on in a further line.
  public boolean incomplete(Language language, String text) {
    throw new UnsupportedOperationException();
  }

  /// The variables of a language by name, as they were after its last statement.
  public Map<String, Held> variables(Language language) {
    throw new UnsupportedOperationException();
  }

  /// Says a whole script as one statement, so that what it defines is there for the next ones, and
  /// it may read the files beside it. From then on `params` in its language is what is given here.
  ///
  /// @param parameters checked values, see [io.ebb.script.head.Parameters#bind]
  /// @throws ScriptException as [#say] does, and the others
  public Said load(Script script, Map<String, Object> parameters) {
    throw new UnsupportedOperationException();
  }

  /// The statements that succeeded since the language was ready or reset, in their order over both
  /// languages.
  public List<Spoken> said() {
    throw new UnsupportedOperationException();
  }

  /// Forgets what was said in this language and begins afresh. What is shared stays.
  public void reset(Language language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
