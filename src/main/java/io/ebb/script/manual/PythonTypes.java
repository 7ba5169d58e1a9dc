package io.ebb.script.manual;

import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Shape;
import java.util.List;
import java.util.stream.Collectors;

/// What Python's type hints call the values that words take and give.
public final class PythonTypes {
  private PythonTypes() {}

  /// What a parameter takes.
  public static String given(Input input) {
    return switch (input.shape()) {
      case Shape.Span() -> "Span";
      case Shape.Targets() -> "Targets";
      case Shape.Text() when input.option() -> "str | int"; // batch=4
      case Shape shape -> got(shape);
    };
  }

  /// What a fact is, or a word gives.
  public static String got(Shape shape) {
    return switch (shape) {
      case Shape.Text() -> "str";
      case Shape.Whole() -> "int";
      case Shape.Decimal(), Shape.Span() -> "float";
      case Shape.Truth() -> "bool";
      case Shape.Nothing() -> "None";
      case Shape.Moment() -> "datetime";
      case Shape.Any() -> "Any";
      case Shape.Choice(List<String> texts) ->
          texts.stream()
              .map(text -> '"' + text + '"')
              .collect(Collectors.joining(", ", "Literal[", "]"));
      case Shape.Thing(String kind) -> TypeNames.type(kind);
      case Shape.Targets() -> "Targets";
      case Shape.Test(String kind) -> "Callable[[" + TypeNames.type(kind) + "], object]";
      case Shape.Work() -> "Callable[[], T]";
      case Shape.ListOf(Shape element) -> "list[" + got(element) + "]";
      case Shape.Named(Shape value) -> "dict[str, " + got(value) + "]";
      case Shape.Maybe(Shape value) -> got(value) + " | None";
    };
  }
}
