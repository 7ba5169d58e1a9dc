package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What lists and texts can do by themselves, as far as one asks for it at a prompt.
final class Natives {
  private static final List<String> OF_TEXT =
      List.of("endsWith", "includes", "replace", "split", "startsWith", "trim");
  private static final List<String> OF_PYTHON_TEXT =
      List.of("endswith", "join", "lower", "replace", "split", "startswith", "strip");
  private static final List<String> OF_PYTHON_LIST =
      List.of("append", "count", "extend", "index", "pop", "reverse", "sort");

  private Natives() {}

  /// The methods of a value of that type, by name.
  static Map<String, Callee> of(Shape shape, Language language) {
    return switch (shape) {
      case Shape.ListOf(Shape element) -> list(element, language);
      case Shape.Text() -> plain(language == Language.PYTHON ? OF_PYTHON_TEXT : OF_TEXT);
      case Shape.Choice(var _) -> plain(language == Language.PYTHON ? OF_PYTHON_TEXT : OF_TEXT);
      default -> Map.of();
    };
  }

  private static Map<String, Callee> list(Shape element, Language language) {
    if (language == Language.PYTHON) {
      return plain(OF_PYTHON_LIST);
    }
    Shape same = new Shape.ListOf(element);
    Map<String, Callee> methods = plain(List.of("concat", "forEach", "includes", "join", "reduce"));
    List.of("filter", "slice", "sort").forEach(each -> methods.put(each, by(same, element)));
    List.of("find", "at").forEach(each -> methods.put(each, by(element, element)));
    List.of("some", "every").forEach(each -> methods.put(each, by(new Shape.Truth(), element)));
    methods.put("map", by(new Shape.ListOf(new Shape.Any()), element));
    methods.put("forEach", by(new Shape.Nothing(), element));
    return methods;
  }

  private static Callee by(Shape gives, Shape takes) {
    return new Callee(null, gives, takes);
  }

  private static Map<String, Callee> plain(List<String> names) {
    Map<String, Callee> methods = new TreeMap<>();
    names.forEach(name -> methods.put(name, by(new Shape.Any(), new Shape.Any())));
    return methods;
  }

  /// What can be read of it without a call; empty when it has no such member.
  static Optional<Shape> property(Shape shape, String name, Language language) {
    boolean counts =
        shape instanceof Shape.ListOf
            || shape instanceof Shape.Text
            || shape.equals(new Shape.Thing("nodes"));
    return language == Language.JAVASCRIPT && counts && name.equals("length")
        ? Optional.of(new Shape.Whole())
        : Optional.empty();
  }
}
