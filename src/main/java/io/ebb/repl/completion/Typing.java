package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.Map;
import java.util.Optional;

/// Tells what expressions stand for by their text, the variables and the catalogue. Evaluates
/// nothing.
final class Typing {
  /// No expression that people type needs more; what does is unknown.
  private static final int MOST_STEPS = 200;

  private final Code code;
  private final Catalogue catalogue;
  private final Map<String, Held> variables;
  private final Locals locals;
  private int steps;

  Typing(Code code, Catalogue catalogue, Map<String, Held> variables) {
    this.code = code;
    this.catalogue = catalogue;
    this.variables = variables;
    this.locals = new Locals(code, this);
  }

  /// What the expression stands for that ends with this token.
  Meaning endingAt(int last) {
    if (last < 0 || ++steps > MOST_STEPS) {
      return Meaning.UNKNOWN;
    }
    return switch (code.at(last).kind()) {
      case NAME -> name(last);
      case TEXT -> Meaning.of(new Shape.Text(), "");
      case NUMBER -> Meaning.of(new Shape.Whole(), "");
      case SIGN -> bracket(last);
      case COMMENT -> Meaning.UNKNOWN;
    };
  }

  /// What the object has by this name, in the spelling of the language.
  Meaning member(Meaning object, String name) {
    return ofCatalogue(object, name).or(() -> ofLanguage(object, name)).orElse(Meaning.UNKNOWN);
  }

  private Optional<Meaning> ofCatalogue(Meaning object, String name) {
    return switch (object.shape()) {
      case Shape.Thing(String kind) ->
          saying(kind, name).map(saying -> meaning(saying, object.cluster()));
      case Shape.Named(Shape value) -> Optional.of(object.giving(value));
      default -> Optional.empty();
    };
  }

  private Optional<Meaning> ofLanguage(Meaning object, String name) {
    Shape shape = object.shape();
    return Optional.ofNullable(Natives.of(shape, code.language()).get(name))
        .map(callee -> Meaning.of(callee, object.cluster()))
        .or(() -> Natives.property(shape, name, code.language()).map(object::giving));
  }

  private Meaning name(int at) {
    String name = code.at(at).text();
    int object = code.object(at);
    if (object >= 0) {
      return member(endingAt(object), name);
    }
    return locals
        .declared(at)
        .or(() -> Optional.ofNullable(variables.get(name)).map(Meaning::of))
        .or(() -> saying(Saying.ROOTS, name).map(root -> meaning(root, "")))
        .orElse(Meaning.UNKNOWN);
  }

  private static Meaning meaning(Saying saying, String cluster) {
    return saying.fact()
        ? Meaning.of(saying.gives(), cluster)
        : Meaning.of(Callee.of(saying), cluster);
  }

  private Optional<Saying> saying(String kind, String name) {
    return catalogue.kind(kind).stream()
        .flatMap(entry -> entry.sayings().stream())
        .filter(saying -> code.language().spell(saying.name()).equals(name))
        .findFirst();
  }

  private Meaning bracket(int last) {
    int open = code.partner(last);
    if (open < 0 || open > last) {
      return Meaning.UNKNOWN;
    } else if (code.is(last, ")")) {
      return code.endsValue(open - 1) ? call(open) : endingAt(last - 1);
    } else if (code.is(last, "]")) {
      return code.endsValue(open - 1) ? index(open, last) : list(open, last);
    }
    return Meaning.UNKNOWN;
  }

  private Meaning call(int open) {
    Meaning called = endingAt(open - 1);
    Saying word = called.word();
    boolean named = word != null && word.key().equals("ehpc.cluster") && code.text(open + 1);
    return named ? called.called().in(code.content(open + 1)) : called.called();
  }

  private Meaning index(int open, int last) {
    Meaning indexed = endingAt(open - 1);
    if (code.text(open + 1) && last == open + 2) {
      Meaning member = member(indexed, code.content(open + 1));
      return member.unknown() ? indexed.element() : member;
    }
    boolean slice = code.language() == Language.PYTHON && find(open, last, ":") < last;
    return slice ? indexed : indexed.element();
  }

  private Meaning list(int open, int last) {
    int end = Math.min(find(open, last, ","), find(open, last, "for"));
    Meaning first = endingAt(end - 1);
    boolean spread = code.is(open + 1, ".") || code.is(open + 1, "*");
    Meaning element = spread ? first.element() : first;
    return element.giving(new Shape.ListOf(element.shape()));
  }

  /// Where this stands in the bracket itself; its end when it does not.
  private int find(int open, int last, String word) {
    for (int i = open + 1; i < last; i++) {
      if (code.around(i) == open && code.is(i, word)) {
        return i;
      }
    }
    return last;
  }
}
