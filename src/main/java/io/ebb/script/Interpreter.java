package io.ebb.script;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// A context of one language that knows the words, for one script, or for one statement after the
/// other.
///
/// Used by one thread; [#interrupt] and [#kill] may be called by any.
final class Interpreter implements AutoCloseable {
  private final Language language;
  private final Session session;
  private final Context context;
  private final Bridge bridge;
  private @Nullable Turn turn;
  private @Nullable Door door;
  private boolean spent;

  /// @param session of the script, or of the dialogue
  /// @param host who gets what the language itself prints
  Interpreter(Engine engine, Language language, Bounds bounds, Session session, Host host) {
    this.language = language;
    this.session = session;
    this.context =
        Sandbox.context(
            engine,
            language,
            Output.counting(() -> now().output(), host.output()),
            Output.counting(() -> now().output(), host.errors()),
            new ShelfFileSystem(() -> now().shelf(), () -> now().ending()));
    this.bridge = new Bridge(Words.catalogue(), language, bounds, () -> now().watch());
  }

  private Turn now() {
    if (turn == null) {
      throw new IllegalStateException("nothing is said in " + language);
    }
    return turn;
  }

  Bridge bridge() {
    return bridge;
  }

  Context context() {
    return context;
  }

  /// Makes the words known. Part of the first turn.
  void open() {
    Value prelude = context.eval(Prelude.source(language, Words.catalogue()));
    Roots roots = new Roots(session, language, bridge, this::now);
    Repeatable repeatable = Repeatable.of(session);
    ProxyExecutable words = call -> Objects.requireNonNull(door).execute(call);
    bridge.connect(
        prelude.execute(words, new Handle(roots, bridge), repeatable.now(), repeatable.chance()));
    bridge.start();
  }

  /// Carries out what a script's author has written; parts of this engine's own come before and
  /// after it.
  Value execute(Value code) {
    now().watch().scriptBegins();
    Value given = code.execute();
    bridge.ended(given);
    return given;
  }

  /// Does the work of the turn, which is watched over already.
  ///
  /// @param stop stops the script's own code; to return at once
  /// @return what the work gives; null when the script has ended itself before, without an error
  /// @throws ScriptException when it ends with an error that nothing in it caught
  /// @throws CancelledException when the session was cancelled
  <T> @Nullable T take(Turn next, Runnable stop, Supplier<T> work) {
    turn = next;
    Ending ending = next.ending();
    ErrorReader errors = new ErrorReader(next.script(), bridge, next.shelf());
    Door opened =
        new Door(
            Words.catalogue(),
            language,
            bridge,
            errors,
            next.session().cancellation(),
            ending,
            next.watch(),
            next.looks());
    door = opened;
    try {
      ending.stopBy(stop);
      @Nullable T given = null;
      try {
        given = work.get();
      } catch (PolyglotException e) {
        spent |= ErrorReader.isOutOfMemory(e);
        if (ending.why() instanceof BoundException bound) {
          spent |= bound.ofMemory();
          throw errors.bound(bound, e);
        }
        rethrow(ending, errors);
        if (!e.isExit() || e.getExitStatus() != 0) {
          throw errors.read(e, next.session());
        }
      }
      rethrow(ending, errors); // the script may have caught what was thrown into it
      if (next.session().cancellation().cancelled()) {
        throw new CancelledException();
      }
      return given;
    } finally {
      opened.shut();
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

  /// Whether what it holds has used up the memory: it is to be replaced.
  boolean spent() {
    return spent;
  }

  /// Stops the script's own code, also in an endless loop, and goes on being usable.
  ///
  /// @throws TimeoutException when it has not stopped by then
  void interrupt(Duration atMost) throws TimeoutException {
    context.interrupt(atMost);
  }

  /// Stops whatever goes on; usable no more.
  void kill() {
    context.close(true);
  }

  @Override
  public void close() {
    context.close();
  }
}
