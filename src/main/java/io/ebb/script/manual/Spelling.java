package io.ebb.script.manual;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How one language writes what the catalogue says.
///
/// @param language whose
public record Spelling(Language language) {

  String name(String camel) {
    return language.spell(camel);
  }

  /// The line that uses the word.
  String example(Saying word) {
    return switch (language) {
      case JAVASCRIPT -> word.javascript();
      case PYTHON -> word.python();
    };
  }

  /// A sentence of the catalogue, the names in it as the language spells them.
  public String prose(String doc) {
    return switch (language) {
      case JAVASCRIPT -> doc;
      case PYTHON -> Names.snakeQuoted(doc);
    };
  }

  /// All that is to be known of a parameter.
  public String about(Input input) {
    String otherwise = input.otherwise().isEmpty() ? "" : " Default: " + input.otherwise() + ".";
    return prose(input.doc() + otherwise);
  }

  /// The word or fact as one writes it: `cluster.retire(nodes, {drain, batch})`.
  public String usage(Saying saying) {
    String object = saying.kind().equals(Saying.ROOTS) ? "" : saying.kind() + ".";
    return object + call(saying);
  }

  /// What a word takes and gives, or what a fact is: `(nodes, {drain, batch}) → plan`, `: text`.
  public String signature(Saying saying) {
    String given = saying.fact() ? "" : "(" + inputs(saying) + ")";
    return given + (saying.fact() ? ": " : " → ") + TypeNames.of(saying.gives());
  }

  /// What kind of value a parameter takes.
  public static String type(Input input) {
    return TypeNames.of(input);
  }

  /// What a value of this type is called.
  public static String type(Shape shape) {
    return TypeNames.of(shape);
  }

  /// The word or fact without what it is said on.
  String call(Saying saying) {
    return name(saying.name()) + (saying.fact() ? "" : "(" + inputs(saying) + ")");
  }

  private String inputs(Saying word) {
    Stream<String> positional = word.positional().stream().map(input -> name(input.name()));
    return Stream.concat(positional, options(word)).collect(Collectors.joining(", "));
  }

  private Stream<String> options(Saying word) {
    Stream<String> names = word.options().stream().map(input -> name(input.name()));
    return switch (language) {
      case JAVASCRIPT ->
          word.options().isEmpty()
              ? Stream.of()
              : Stream.of(names.collect(Collectors.joining(", ", "{", "}")));
      case PYTHON -> names.map(name -> name + "=…");
    };
  }
}
