package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Source;

/// The guest side of the door, made from the catalogue in one of the languages: classes with the
/// words as methods, and the roots as global names.
final class Prelude {
  private Prelude() {}

  /// The source to evaluate first in a new context; gives a function of the door and the handle of
  /// the roots. Internal, so that no error shows frames of it.
  static Source source(Language language, Catalogue catalogue) {
    String text =
        switch (language) {
          case JAVASCRIPT ->
              resource("prelude.js")
                  .replace("%CLASSES%", classes(catalogue, JavaScriptPrelude::kind))
                  .replace("%ROOTS%", JavaScriptPrelude.roots(catalogue.roots()));
          case PYTHON ->
              resource("prelude.py")
                  .replace("%CLASSES%", classes(catalogue, PythonPrelude::kind))
                  .replace("%ROOTS%", PythonPrelude.roots(catalogue.roots()));
        };
    return Source.newBuilder(language.id(), text, "ebb-prelude").internal(true).buildLiteral();
  }

  private static String classes(Catalogue catalogue, Function<Catalogue.Entry, String> writer) {
    return catalogue.kinds().stream()
        .filter(kind -> !kind.row())
        .map(writer)
        .collect(Collectors.joining("\n"));
  }

  private static String resource(String name) {
    try (InputStream in = Prelude.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the resource " + name + " cannot be read", e);
    }
  }
}
