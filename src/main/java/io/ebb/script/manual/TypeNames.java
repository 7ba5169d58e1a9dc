package io.ebb.script.manual;

import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Shape;

/// What kinds and values are called, in words that hold for both languages.
final class TypeNames {
  private TypeNames() {}

  /// The name of a kind as a type: `Cluster`.
  static String type(String kind) {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }

  /// What is added to the sentence of a word that does not only look.
  static String mark(Effect effect) {
    return switch (effect) {
      case READ -> "";
      case CHANGE -> " (Changes something.)";
      case DESTROY -> " (Destroys something.)";
    };
  }

  /// What a word is given.
  static String of(Input input) {
    return input.shape() instanceof Shape.Span ? "duration" : of(input.shape());
  }

  /// What a fact is, or a word gives.
  static String of(Shape shape) {
    return switch (shape) {
      case Shape.Text() -> "text";
      case Shape.Whole() -> "whole number";
      case Shape.Decimal() -> "number";
      case Shape.Truth() -> "true or false";
      case Shape.Nothing() -> "nothing";
      case Shape.Moment() -> "moment";
      case Shape.Span() -> "seconds";
      case Shape.Any() -> "any value";
      case Shape.Choice(var texts) -> String.join(" | ", texts);
      case Shape.Thing(String kind) -> kind;
      case Shape.Targets() -> "nodes or text";
      case Shape.Test(String kind) -> "function of a " + kind;
      case Shape.Work() -> "function";
      case Shape.ListOf(Shape element) -> "list of " + of(element);
      case Shape.Named(Shape.Any()) -> "values by name";
      case Shape.Named(Shape value) -> of(value) + " by name";
      case Shape.Maybe(Shape value) -> of(value) + " or nothing";
    };
  }
}
