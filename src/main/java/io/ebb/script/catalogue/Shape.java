package io.ebb.script.catalogue;

import java.util.List;

/// What a value is, in whichever language: the type of a parameter, of a fact, or of what a word
/// gives.
public sealed interface Shape {

  /// Text.
  record Text() implements Shape {}

  /// A whole number.
  record Whole() implements Shape {}

  /// A number.
  record Decimal() implements Shape {}

  /// True or false.
  record Truth() implements Shape {}

  /// Nothing is given.
  record Nothing() implements Shape {}

  /// A moment: a `Date` in JavaScript, a `datetime` of UTC in Python.
  record Moment() implements Shape {}

  /// A span of time. Scripts give it as text such as `30m`, as seconds, or as Python's `timedelta`,
  /// and get it in seconds.
  record Span() implements Shape {}

  /// Any value: plain data, an object of a kind, or whatever can be told.
  record Any() implements Shape {}

  /// One of these texts.
  record Choice(List<String> texts) implements Shape {
    /// Copies the list.
    public Choice {
      texts = List.copyOf(texts);
    }
  }

  /// An object of a kind.
  ///
  /// @param kind the kind's name
  record Thing(String kind) implements Shape {}

  /// Nodes, as scripts give them: a set, a node, text such as `node[1-4]`, or anything that yields
  /// these.
  record Targets() implements Shape {}

  /// A function of an object of a kind that answers true or false.
  ///
  /// @param kind the kind's name
  record Test(String kind) implements Shape {}

  /// A function without parameters.
  record Work() implements Shape {}

  /// A list.
  record ListOf(Shape element) implements Shape {}

  /// Values by name: an object in JavaScript, a `dict` in Python.
  record Named(Shape value) implements Shape {}

  /// A value, or nothing: `null` in JavaScript, `None` in Python.
  record Maybe(Shape shape) implements Shape {}
}
