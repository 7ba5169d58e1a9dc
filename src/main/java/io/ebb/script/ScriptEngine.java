package io.ebb.script;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/// Runs scripts of one language, each in a context of its own, on the caller's thread.
///
/// One script at a time; [#interrupt] may be called by any thread.
public final class ScriptEngine implements AutoCloseable {
  private static final Duration INTERRUPT = Duration.ofSeconds(1);

  private final Language language;
  private final Bounds bounds;
  private final Engine engine;
  private volatile @Nullable Context running;

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
    Ending ending = new Ending();
    Output output = new Output(bounds, ending);
    Shelf shelf = new Shelf(script, session.outside(), bounds);
    FileSystem files = new ShelfFileSystem(shelf, ending);
    try (Watch watch = new Watch(bounds, ending).begin();
        Context context = Sandbox.context(engine, language, session.host(), output, files)) {
      running = context;
      ending.stopBy(() -> Thread.ofVirtual().start(() -> interrupt(context)));
      Bridge bridge = new Bridge(Words.catalogue(), language, bounds, watch);
      ErrorReader errors = new ErrorReader(script, bridge, shelf);
      Door door =
          new Door(
              Words.catalogue(), language, bridge, errors, session.cancellation(), ending, watch);
      Roots roots = new Roots(session, script, bridge, output);
      try {
        open(context, bridge, door, roots, Repeatable.of(session.outside()));
        Value code = new Sources(script).in(context);
        watch.scriptBegins();
        bridge.ended(code.execute());
      } catch (PolyglotException e) {
        if (ending.why() instanceof BoundException bound) {
          throw errors.bound(bound, e);
        }
        rethrow(ending, errors);
        if (!e.isExit() || e.getExitStatus() != 0) {
          throw errors.read(e, session);
        }
      }
      rethrow(ending, errors); // the script may have caught what was thrown into it
      if (session.cancellation().cancelled()) {
        throw new CancelledException();
      }
      door.shut();
    } finally {
      running = null;
    }
  }

  private static void rethrow(Ending ending, ErrorReader errors) {
    if (ending.why() instanceof DifferentCallException e) { // of a file, before there was a line
      throw errors.whole(e);
    }
    if (ending.why() instanceof BoundException bound) {
      throw errors.bound(bound);
    }
    ending.rethrow();
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
    bridge.connect(
        prelude.execute(door, new Handle(roots, bridge), repeatable.now(), repeatable.chance()));
    bridge.start();
  }
}
