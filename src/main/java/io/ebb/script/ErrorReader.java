package io.ebb.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Turns what ended a script into an error at the script's own file, line and column.
final class ErrorReader {
  /// How the engine tells, as a fault inside it, that a script asked for what it must not have.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\w.$]+: (.*(?:not allowed|was excluded|inner context)).*", Pattern.DOTALL);

  /// How the engine tells that a module lacks what is imported from it, at no line of the import.
  private static final Pattern NO_EXPORT =
      Pattern.compile("The requested module ('.+') does not provide");

  private final Script script;
  private final Bridge bridge;
  private final Shelf shelf;

  ErrorReader(Script script, Bridge bridge, Shelf shelf) {
    this.script = script;
    this.bridge = bridge;
    this.shelf = shelf;
  }

  RuntimeException read(PolyglotException e, Session session) {
    if (e.isInterrupted() || e.isCancelled() || session.cancellation().cancelled()) {
      return new CancelledException();
    }
    if (e.isHostException() && e.asHostException() instanceof RuntimeException host) {
      return host; // a fault of ours: not for the script's author to mend
    }
    if (isOutOfMemory(e)) {
      return bound(BoundException.memory(), e);
    }
    Failure failure = failure(e);
    String message = message(e, failure);
    Optional<BrokenImport> broken = BrokenImport.of(message);
    if (broken.isPresent()) {
      return error(e, broken.get().message(), place(broken.get()), null);
    }
    return error(e, message, place(e), failure);
  }

  static boolean isOutOfMemory(PolyglotException e) {
    return e.isResourceExhausted() && !isOverflow(e);
  }

  private static boolean isOverflow(PolyglotException e) {
    return String.valueOf(e.getMessage()).contains("StackOverflow");
  }

  private ScriptException error(
      PolyglotException e, String message, Place place, @Nullable Failure failure) {
    return new ScriptException(
        message,
        place.file(),
        place.line(),
        place.column(),
        place.excerpt(),
        failure == null ? Hints.of(message, shelf) : failure.hint(),
        step(e),
        failure == null || failure.type().equals("TypeError") ? null : failure.cause());
  }

  private String step(PolyglotException e) {
    Value error = e.getGuestObject();
    return error == null || e.isExit() ? "" : bridge.failedStep(error);
  }

  /// The error of a bound, with the place that the script was at.
  ScriptException bound(BoundException bound, PolyglotException e) {
    return at(place(e), bound);
  }

  /// The error of a bound, wherever the script was.
  ScriptException bound(BoundException bound) {
    return at(Place.in(script), bound);
  }

  private static ScriptException at(Place place, BoundException bound) {
    return new ScriptException(
        String.valueOf(bound.getMessage()),
        place.file(),
        place.line(),
        place.column(),
        place.excerpt(),
        bound.hint(),
        "",
        null);
  }

  /// The error with the place in the script where the word is said that it comes of.
  ScriptException here(DifferentCallException e) {
    return at(frame(bridge.raised()), e);
  }

  /// The error with the line of the file where the word is said that it comes of.
  ScriptException at(String file, int line, DifferentCallException e) {
    return at(place(file, line, 0), e);
  }

  /// The error of the whole script.
  ScriptException whole(DifferentCallException e) {
    return at(Place.in(script), e);
  }

  private static ScriptException at(Place place, DifferentCallException e) {
    return new ScriptException(
        String.valueOf(e.getMessage()),
        place.file(),
        place.line(),
        place.column(),
        place.excerpt(),
        e.hint(),
        "",
        e);
  }

  /// What is longer was made by no person, and helps none.
  private static final int MOST_TEXT = 2_000;

  private String message(PolyglotException e, @Nullable Failure failure) {
    String whole = wholeMessage(e, failure);
    return whole.length() <= MOST_TEXT ? whole : whole.substring(0, MOST_TEXT) + "…";
  }

  private String wholeMessage(PolyglotException e, @Nullable Failure failure) {
    if (failure != null) {
      return failure.message();
    } else if (e.isExit()) {
      return e.getMessage() == null
          ? "the script ended itself with exit status " + e.getExitStatus()
          : e.getMessage().replaceFirst("^SystemExit: ", "");
    } else if (e.isInternalError()) {
      return FORBIDDEN
          .matcher(text(e))
          .replaceFirst("a script has no files, network, processes and threads: $1");
    }
    return (e.isSyntaxError() ? syntax(text(e)) : text(e)).replaceFirst("^Error: ", "");
  }

  private String text(PolyglotException e) {
    Value error = e.getGuestObject();
    if (script.language() == Language.JAVASCRIPT && error != null && !e.isSyntaxError()) {
      return bridge.described(error);
    }
    return e.getMessage() == null ? "unknown error" : e.getMessage();
  }

  /// Both languages put the place into the message of a syntax error, GraalJS an excerpt, too; we
  /// show our own.
  static String syntax(String message) {
    return message
        .lines()
        .findFirst()
        .orElse(message)
        .replaceFirst("^(\\w+): \\S+:\\d+:\\d+ ", "$1: ")
        .replaceFirst(" \\([^()]*, line \\d+\\)$", "");
  }

  private @Nullable Failure failure(PolyglotException e) {
    Value error = e.getGuestObject();
    return error != null && bridge.ours(error) instanceof Failure failure ? failure : null;
  }

  private Place place(PolyglotException e) {
    Value error = e.getGuestObject();
    if (script.language() == Language.PYTHON && error != null) {
      List<Value> place = bridge.place(error, script.file(), Shelf.ROOT + "/");
      if (!place.getFirst().asString().isEmpty()) {
        Place known = place(place.get(0).asString(), place.get(1).asInt(), place.get(2).asInt());
        return place.get(2).asInt() == 0 ? known.of(place.get(3).asString()) : known;
      }
    }
    SourceSection section = e.getSourceLocation();
    Place place = section != null && isKnown(section) ? place(section) : frame(e);
    Matcher missing = NO_EXPORT.matcher(String.valueOf(e.getMessage()));
    return missing.find() ? place.at(missing.group(1)) : place;
  }

  private Place place(BrokenImport broken) {
    return place(broken.from(), 0, 0).at(broken.named());
  }

  /// A place in a file of the engine's.
  private Place place(String path, int line, int column) {
    if (!Place.isKnown(script, path)) {
      return Place.in(script);
    }
    Path inside = Path.of(path);
    String text =
        inside.startsWith(Shelf.ROOT)
            ? shelf.text(Shelf.ROOT.relativize(inside).toString())
            : script.text();
    return new Place(known(path), text, 0, 0).at(line, column);
  }

  private Place place(SourceSection section) {
    String path = Place.path(section);
    Place place = Place.of(section, known(path));
    return path.startsWith(Shelf.ROOT + "/") ? shelf.typed(name(path), place) : place;
  }

  /// A file of the engine's as people know it.
  private String known(String path) {
    return shelf.file(name(path)).orElseGet(() -> Place.known(script, path));
  }

  private static String name(String path) {
    Path whole = Path.of(path);
    return whole.startsWith(Shelf.ROOT) ? Shelf.ROOT.relativize(whole).toString() : path;
  }

  /// The innermost place in the script on the stack of the error.
  private Place frame(PolyglotException e) {
    return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
        .map(PolyglotException.StackFrame::getSourceLocation)
        .filter(frame -> frame != null && isKnown(frame))
        .findFirst()
        .map(this::place)
        .orElseGet(() -> Place.in(script));
  }

  private boolean isKnown(SourceSection section) {
    return Place.isKnown(script, Place.path(section));
  }
}
