package io.ebb.script;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Runs scripts of one language, each in a context of its own, on the caller's thread.
///
/// One script at a time; [#interrupt] may be called by any thread.
public final class ScriptEngine implements AutoCloseable {
  private static final Duration INTERRUPT = Duration.ofSeconds(1);

  private final Language language;
  private final Bounds bounds;
  private final Engine engine;
  private volatile @Nullable Interpreter running;

  /// An engine for scripts of this language, with the bounds that suit people's scripts.
  public ScriptEngine(Language language) {
    this(language, Bounds.defaults());
  }

  /// An engine for scripts of this language.
  ///
  /// @param bounds how much each of them may use
  public ScriptEngine(Language language, Bounds bounds) {
    this.language = language;
    this.bounds = bounds;
    this.engine = Sandbox.engine(language);
  }

  /// Runs the script to its end.
  ///
  /// @throws ScriptException when it ends with an error that nothing in it caught
  /// @throws CancelledException when the session was cancelled
  void run(Script script, Session session) {
    Shelf shelf = new Shelf(script, session, bounds);
    Turn turn = Turn.of(script, session, shelf, bounds);
    try (Watch _ = turn.watch().begin();
        Interpreter interpreter =
            new Interpreter(engine, language, bounds, session, session.host())) {
      running = interpreter;
      @Nullable Value _ =
          interpreter.take(
              turn,
              () -> Thread.ofVirtual().start(() -> interrupt(interpreter)),
              () -> {
                interpreter.open();
                return interpreter.execute(new Sources(script).in(interpreter.context()));
              });
    } finally {
      running = null;
    }
  }

  /// Stops the script's own code, also in an endless loop. A word that is being carried out is not
  /// cut off; it hears of the stop from the session's cancellation.
  public void interrupt() {
    Interpreter interpreter = running;
    if (interpreter != null) {
      interrupt(interpreter);
    }
  }

  private static void interrupt(Interpreter interpreter) {
    try {
      interpreter.interrupt(INTERRUPT);
    } catch (TimeoutException _) {
      interpreter.kill();
    }
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
