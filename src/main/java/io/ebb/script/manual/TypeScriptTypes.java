package io.ebb.script.manual;

import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Shape;
import java.util.List;
import java.util.stream.Collectors;

/// What TypeScript calls the values that words take and give.
///
/// @param namespace what stands before the names of kinds: empty inside their namespace
record TypeScriptTypes(String namespace) {

  String given(Input input) {
    return switch (input.shape()) {
      case Shape.Span() -> namespace + "Span";
      case Shape.Text() when input.option() -> "string | number"; // {batch: 4}
      case Shape shape -> got(shape);
    };
  }

  String got(Shape shape) {
    return switch (shape) {
      case Shape.Text() -> "string";
      case Shape.Whole(), Shape.Decimal(), Shape.Span() -> "number";
      case Shape.Truth() -> "boolean";
      case Shape.Nothing() -> "void";
      case Shape.Moment() -> "Date";
      case Shape.Any() -> "any";
      case Shape.Choice(List<String> texts) ->
          texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(" | "));
      case Shape.Thing(String kind) -> thing(kind);
      case Shape.Targets() -> namespace + "Targets";
      case Shape.Test(String kind) -> "(" + kind + ": " + thing(kind) + ") => unknown";
      case Shape.Work() -> "() => T";
      case Shape.ListOf(Shape element) -> "Array<" + got(element) + ">";
      case Shape.Named(Shape value) -> "Record<string, " + got(value) + ">";
      case Shape.Maybe(Shape value) -> got(value) + " | null";
    };
  }

  private String thing(String kind) {
    return namespace + TypeNames.type(kind);
  }
}
