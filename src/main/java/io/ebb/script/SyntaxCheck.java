package io.ebb.script;

import io.ebb.script.runbook.Runbook;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.io.FileSystem;

/// Has a language read the pieces of a runbook, and carries out none.
final class SyntaxCheck {
  private SyntaxCheck() {}

  /// What is wrong with the syntax of the pieces in this language, `file:line: …` each, in their
  /// order.
  static List<String> of(Engine engine, Language language, Runbook runbook) {
    List<Piece> pieces = Piece.all(runbook, language);
    List<String> violations = new ArrayList<>();
    if (!pieces.isEmpty()) {
      OutputStream none = OutputStream.nullOutputStream();
      try (Context context =
          Sandbox.context(engine, language, none, none, FileSystem.newDenyIOFileSystem())) {
        pieces.forEach(piece -> violations.addAll(of(context, piece)));
      }
    }
    return violations;
  }

  private static List<String> of(Context context, Piece piece) {
    List<Source> sources = new ArrayList<>();
    if (!piece.typed().module().isEmpty()) {
      sources.add(Tongue.module(piece.name(), piece.script(), piece.typed()));
    }
    sources.add(Tongue.source(piece.name(), piece.script(), piece.typed()));
    try {
      sources.forEach(context::parse);
      return List.of();
    } catch (PolyglotException e) {
      if (!e.isSyntaxError()) {
        throw e;
      }
      return List.of(violation(piece, e));
    }
  }

  private static String violation(Piece piece, PolyglotException e) {
    SourceSection place = e.getSourceLocation();
    int line = place == null ? firstLine(piece) : lineOf(piece, place.getStartLine());
    String message = ErrorReader.syntax(String.valueOf(e.getMessage()));
    return "%s:%d: %s".formatted(piece.script().file(), line, message);
  }

  /// What ends too early does so behind the last line.
  private static int lineOf(Piece piece, int line) {
    return Math.min(line, (int) piece.typed().text().stripTrailing().lines().count());
  }

  private static int firstLine(Piece piece) {
    return 1 + (int) piece.typed().text().lines().takeWhile(String::isBlank).count();
  }
}
