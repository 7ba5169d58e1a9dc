package io.ebb.script;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Runs scripts of one language, each in a context of its own, on the caller's thread.
///
/// One script at a time; [#interrupt] may be called by any thread.
public final class ScriptEngine implements AutoCloseable {
  private static final Duration INTERRUPT = Duration.ofSeconds(1);

  private final Language language;
  private final Engine engine;
  private volatile @Nullable Context running;

  /// An engine for scripts of this language.
  public ScriptEngine(Language language) {
    this.language = language;
    this.engine = Sandbox.engine(language);
  }

  /// Runs the script to its end.
  ///
  /// @throws ScriptException when it ends with an error that nothing in it caught
  /// @throws CancelledException when the session was cancelled
  void run(Script script, Session session) {
    try (Context context = Sandbox.context(engine, language, session.host())) {
      running = context;
      Bridge bridge = new Bridge(Words.catalogue(), language);
      ErrorReader errors = new ErrorReader(script, bridge);
      Runnable stop = () -> Thread.ofVirtual().start(() -> interrupt(context));
      Door door =
          new Door(Words.catalogue(), language, bridge, errors, session.cancellation(), stop);
      try {
        open(
            context,
            bridge,
            door,
            new Roots(session, script, bridge),
            Repeatable.of(session.outside()));
        context.eval(source(script));
      } catch (PolyglotException e) {
        door.rethrow();
        if (!e.isExit() || e.getExitStatus() != 0) {
          throw errors.read(e, session);
        }
      }
      door.rethrow(); // the script may have caught what the door threw
      if (session.cancellation().cancelled()) {
        throw new CancelledException();
      }
    } finally {
      running = null;
    }
  }

  /// Stops the script's own code, also in an endless loop. A word that is being carried out is not
  /// cut off; it hears of the stop from the session's cancellation.
  public void interrupt() {
    Context context = running;
    if (context != null) {
      interrupt(context);
    }
  }

  private static void interrupt(Context context) {
    try {
      context.interrupt(INTERRUPT);
    } catch (TimeoutException _) {
      context.close(true);
    }
  }

  @Override
  public void close() {
    engine.close(true);
  }

  private void open(Context context, Bridge bridge, Door door, Roots roots, Repeatable repeatable) {
    Value prelude = context.eval(Prelude.source(language, Words.catalogue()));
    bridge.connect(prelude.execute(door, new Handle(roots), repeatable.now(), repeatable.chance()));
    bridge.start();
  }

  private Source source(Script script) {
    return Source.newBuilder(language.id(), script.text(), script.file()).buildLiteral();
  }
}
