package io.ebb.repl.completion;

import io.ebb.script.Language;
import java.util.Optional;

/// The names that the text itself gives to something: assignments, loops, parameters of functions.
final class Locals {
  private final Code code;
  private final Typing typing;
  private final boolean python;

  Locals(Code code, Typing typing) {
    this.code = code;
    this.typing = typing;
    this.python = code.language() == Language.PYTHON;
  }

  /// What the name stands for that is used there, when the text tells.
  Optional<Meaning> declared(int use) {
    String name = code.at(use).text();
    for (int i = use - 1; i >= 0; i--) {
      if (code.is(i, name) && code.object(i) < 0) {
        Optional<Meaning> meaning = declaration(i, use);
        if (meaning.isPresent()) {
          return meaning;
        }
      }
    }
    return python ? comprehended(use, name) : Optional.empty();
  }

  private Optional<Meaning> declaration(int at, int use) {
    if (parameter(at)) {
      return Optional.of(given(at));
    } else if (code.is(at + 1, python ? "in" : "of") && loops(at)) {
      return element(at + 2, use);
    } else if (code.assigns(at + 1) && !keyword(at)) {
      return value(at + 2, use);
    }
    return Optional.empty();
  }

  private boolean loops(int at) {
    return code.is(at - 1, python ? "for" : "const")
        || code.is(at - 1, "let")
        || code.is(at - 1, "var");
  }

  /// Whether it is the name of an argument of Python.
  private boolean keyword(int at) {
    return python && code.around(at) >= 0 && code.is(code.around(at), "(");
  }

  /// Whether it is the first parameter of a short function.
  private boolean parameter(int at) {
    if (python) {
      return code.is(at - 1, "lambda");
    }
    boolean alone = code.is(at - 1, "(") && code.partner(at - 1) > at;
    return code.arrow(at + 1) || (alone && code.arrow(code.partner(at - 1) + 1));
  }

  /// What the function is called with by whom it is given to.
  private Meaning given(int parameter) {
    int open = code.around(parameter);
    if (!python && !code.arrow(parameter + 1)) {
      open = code.around(open);
    }
    if (open < 0 || !code.endsValue(open - 1)) {
      return Meaning.UNKNOWN;
    }
    Meaning called = typing.endingAt(open - 1);
    Callee callee = called.callee();
    return callee == null ? Meaning.UNKNOWN : called.giving(callee.takes());
  }

  /// The value that begins there; empty when the name is used in it.
  private Optional<Meaning> value(int from, int use) {
    int around = code.around(from);
    for (int i = from; i < use; i++) {
      if (code.around(i) == around && i > from && ends(i)) {
        return Optional.of(typing.endingAt(i - 1));
      }
    }
    return Optional.empty();
  }

  private boolean ends(int i) {
    return code.is(i, ";")
        || code.is(i, ",")
        || (code.at(i).firstOfLine() && !code.is(i, "."))
        || code.is(i, "}");
  }

  /// One of those in what begins there and ends with the loop's head.
  private Optional<Meaning> element(int from, int use) {
    int around = from < code.size() ? code.around(from) : -1;
    for (int i = from + 1; i < use; i++) {
      boolean closes = !python && i == (around < 0 ? -1 : code.partner(around));
      boolean colon = python && code.is(i, ":") && code.around(i) == around;
      if (closes || colon) {
        return Optional.of(typing.endingAt(i - 1).element());
      }
    }
    return Optional.empty();
  }

  /// Python names what it goes through behind what it makes of it.
  private Optional<Meaning> comprehended(int use, String name) {
    for (int i = use + 1; i + 1 < code.size() && code.around(use) >= 0; i++) {
      if (code.is(i, name) && code.is(i - 1, "for") && code.is(i + 1, "in")) {
        return Optional.of(through(i + 2, code.around(i)).element());
      }
    }
    return Optional.empty();
  }

  private Meaning through(int from, int around) {
    int end = from;
    while (end < code.size()
        && end != code.partner(around)
        && !(code.around(end) == around && (code.is(end, "if") || code.is(end, "for")))) {
      end++;
    }
    return end > from ? typing.endingAt(end - 1) : Meaning.UNKNOWN;
  }
}
