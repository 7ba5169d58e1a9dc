package io.ebb.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// A language in which texts are carried out one after another: what one of them defines is there
/// for the next ones.
///
/// Belongs to one thread, but for [Interpreter#interrupt] and [Interpreter#kill].
final class Tongue implements AutoCloseable {
  private static final String MODULE = "application/javascript+module";

  private final SpokenSession session = new SpokenSession();
  private final Bounds bounds;
  private final Shelf shelf;
  private final Interpreter interpreter;
  private boolean opened;

  /// @param whole what all texts belong to
  /// @param host who gets what the language itself prints
  Tongue(Engine engine, Bounds bounds, Script whole, Host host) {
    this.bounds = bounds;
    this.shelf = new Shelf(whole, session, bounds);
    this.interpreter = new Interpreter(engine, whole.language(), bounds, session, host);
  }

  /// Makes the words known, unless they are. Part of the first turn.
  void open() {
    if (!opened) {
      interpreter.open();
      opened = true;
    }
  }

  Interpreter interpreter() {
    return interpreter;
  }

  Bridge bridge() {
    return interpreter.bridge();
  }

  Shelf shelf() {
    return shelf;
  }

  /// Does the work, which is watched over, with this session.
  ///
  /// @param text what is carried out by it
  /// @param stop stops the text's own code; to return at once
  /// @return what the work gives; null when the text has ended itself before, without an error
  /// @throws ScriptException as [Interpreter#take] does, and the others
  <T> @Nullable T take(Script text, Session own, Runnable stop, Supplier<T> work) {
    return session.during(
        own,
        () -> {
          Turn turn = Turn.of(text, own, shelf, bounds);
          try (Watch _ = turn.watch().begin()) {
            return interpreter.take(turn, stop, work);
          }
        });
  }

  /// The text, ready to be executed; what it imports has been imported then.
  ///
  /// @param name under which errors find it on the shelf
  Value code(String name, Script text, Typed typed) {
    shelf.lay(name, text, typed);
    if (!typed.module().isEmpty()) {
      Value _ = interpreter.execute(context().parse(module(name, text, typed)));
    }
    return context().parse(source(name, text, typed));
  }

  Context context() {
    return interpreter.context();
  }

  /// The source of a module with the imports of the text.
  static Source module(String name, Script text, Typed typed) {
    return source(name, text, typed.module(), MODULE);
  }

  /// The source of the text itself.
  static Source source(String name, Script text, Typed typed) {
    return source(name, text, typed.code(), "");
  }

  /// With a path, so that what it imports is looked for in the folder.
  private static Source source(String name, Script text, String code, String type) {
    try {
      Source.Builder builder =
          Source.newBuilder(text.language().id(), Shelf.path(name).toFile())
              .content(code)
              .name(text.file());
      return (type.isEmpty() ? builder : builder.mimeType(type)).build();
    } catch (IOException e) {
      throw new UncheckedIOException("the content of a source was given, and yet read", e);
    }
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
