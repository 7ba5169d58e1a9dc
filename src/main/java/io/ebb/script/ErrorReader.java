package io.ebb.script;

import java.util.List;
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
      Pattern.compile("[\\w.$]+: (.*(?:not allowed|was excluded)).*", Pattern.DOTALL);

  private final Script script;
  private final Bridge bridge;

  ErrorReader(Script script, Bridge bridge) {
    this.script = script;
    this.bridge = bridge;
  }

  /// A place in the script; line and column from 1, 0 when unknown.
  private record Place(int line, int column) {
    static final Place UNKNOWN = new Place(0, 0);
  }

  RuntimeException read(PolyglotException e, Session session) {
    if (e.isInterrupted() || e.isCancelled() || session.cancellation().cancelled()) {
      return new CancelledException();
    }
    if (e.isHostException() && e.asHostException() instanceof RuntimeException host) {
      return host; // a fault of ours: not for the script's author to mend
    }
    Place place = place(e);
    Failure failure = failure(e);
    return new ScriptException(
        message(e, failure),
        script.file(),
        place.line(),
        place.column(),
        line(place.line()),
        failure == null ? "" : failure.hint(),
        step(e),
        failure == null || failure.type().equals("TypeError") ? null : failure.cause());
  }

  private String step(PolyglotException e) {
    Value error = e.getGuestObject();
    return error == null || e.isExit() ? "" : bridge.failedStep(error);
  }

  /// The error with the place in the script where the word is said that it comes of.
  ScriptException here(DifferentCallException e) {
    return at(frame(bridge.raised()), e);
  }

  /// The error with the line of the script where the word is said that it comes of.
  ScriptException at(int line, DifferentCallException e) {
    return at(new Place(line, columnOr(0, line)), e);
  }

  private ScriptException at(Place place, DifferentCallException e) {
    return new ScriptException(
        String.valueOf(e.getMessage()),
        script.file(),
        place.line(),
        place.column(),
        line(place.line()),
        e.hint(),
        "",
        e);
  }

  private String message(PolyglotException e, @Nullable Failure failure) {
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

  /// GraalJS puts the place and an excerpt into the message of a syntax error; we show our own.
  private static String syntax(String message) {
    return message
        .lines()
        .findFirst()
        .orElse(message)
        .replaceFirst("^(\\w+): \\S+:\\d+:\\d+ ", "$1: ");
  }

  private @Nullable Failure failure(PolyglotException e) {
    Value error = e.getGuestObject();
    return error != null && bridge.ours(error) instanceof Failure failure ? failure : null;
  }

  private Place place(PolyglotException e) {
    Value error = e.getGuestObject();
    if (script.language() == Language.PYTHON && error != null && !e.isSyntaxError()) {
      List<Integer> place = bridge.place(error, script.file());
      return new Place(place.get(0), columnOr(place.get(1), place.get(0)));
    }
    SourceSection section = e.getSourceLocation();
    if (section != null && isScript(section)) {
      return start(section);
    }
    return frame(e);
  }

  /// The innermost place in the script on the stack of the error.
  private Place frame(PolyglotException e) {
    return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
        .map(PolyglotException.StackFrame::getSourceLocation)
        .filter(frame -> frame != null && isScript(frame))
        .findFirst()
        .map(ErrorReader::start)
        .orElse(Place.UNKNOWN);
  }

  /// GraalPy knows no column for code outside functions: then the line's first word is meant.
  private int columnOr(int known, int line) {
    String text = line(line);
    return known > 0 || text.isBlank() ? known : text.length() - text.stripLeading().length() + 1;
  }

  private static Place start(SourceSection section) {
    return new Place(section.getStartLine(), section.getStartColumn());
  }

  private boolean isScript(SourceSection section) {
    return section.getSource().getName().equals(script.file());
  }

  private String line(int number) {
    return number == 0 ? "" : script.text().lines().skip(number - 1L).findFirst().orElse("");
  }
}
