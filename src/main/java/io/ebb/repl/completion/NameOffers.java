package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What can be named where an expression begins.
final class NameOffers {
  private static final String VARIABLES = "variables";

  private final Catalogue catalogue;
  private final Map<String, Held> variables;
  private final Offers offers;
  private final Half half;

  NameOffers(Catalogue catalogue, Map<String, Held> variables, Offers offers, Half half) {
    this.catalogue = catalogue;
    this.variables = variables;
    this.offers = offers;
    this.half = half;
  }

  /// Options, values that fit, variables, words, and what the language has, in this order.
  ///
  /// @param quoted adds ids that a parameter takes, in quotes
  void offer(BiConsumer<OpenCall, Input> quoted) {
    Optional<OpenCall> call = OpenCall.around(half.code(), half.typing(), half.at());
    if (call.isPresent()) {
      options(call.get());
      if (call.get().inOptions() && call.get().option() == null) {
        return; // only their names can stand here
      }
      Optional<Input> input = call.get().input().filter(_ -> call.get().begins());
      input.ifPresent(value -> fitting(call.get(), value, quoted));
    }
    names();
  }

  private void options(OpenCall call) {
    Language language = half.language();
    String sign = language == Language.PYTHON ? "=" : ": ";
    for (Input input : call.options()) {
      String name = language.spell(input.name());
      offers.add("options", name, name + sign, Describe.option(input, language), false);
    }
    if (call.expectsObject()) {
      for (Input input : call.word().options()) {
        String begin = "{" + input.name() + sign;
        offers.add("options", begin, begin, Describe.option(input, language), false);
      }
    }
  }

  private void fitting(OpenCall call, Input input, BiConsumer<OpenCall, Input> quoted) {
    variables.forEach((name, held) -> {
      if (fits(held.shape(), input.shape()) && shown(name)) {
        offers.add(VARIABLES, name, held.brief());
      }
    });
    if (half.typed().isEmpty()) {
      quoted.accept(call, input);
      literal(input.shape());
    }
  }

  private static boolean fits(Shape held, Shape wanted) {
    return wanted instanceof Shape.Targets
        ? held instanceof Shape.Thing(String kind) && (kind.equals("nodes") || kind.equals("node"))
        : held.equals(wanted) && !(wanted instanceof Shape.Any);
  }

  private void literal(Shape shape) {
    boolean python = half.language() == Language.PYTHON;
    if (shape instanceof Shape.Test(String kind)) {
      String parameter = kind.substring(0, 1);
      String function = python ? "lambda " + parameter + ": " : parameter + " => ";
      offers.add("values", function, "a function of a " + kind);
    } else if (shape instanceof Shape.Work) {
      offers.add("values", python ? "lambda: " : "() => ", "a function");
    } else if (shape instanceof Shape.Truth) {
      offers.add("values", python ? "True" : "true", "");
      offers.add("values", python ? "False" : "false", "");
    }
  }

  private void names() {
    Language language = half.language();
    variables.forEach((name, held) -> {
      if (shown(name)) {
        offers.add(VARIABLES, name, held.brief());
      }
    });
    catalogue.roots().sayings().forEach(this::root);
    if (!half.typed().isEmpty()) {
      for (ErrorKind error : ErrorKind.values()) {
        offers.add("errors", error.type(), error.doc().replace("`", ""));
      }
      Keywords.of(language).forEach(word -> offers.add("language", word, word, "", true));
      Keywords.own(language).forEach(name -> offers.add("language", name, ""));
    }
  }

  /// What begins with an underscore is nobody's business, unless it is asked for.
  private boolean shown(String name) {
    return !name.startsWith("_") || half.typed().startsWith("_");
  }

  private void root(Saying saying) {
    String name = half.language().spell(saying.name());
    boolean opens = !saying.fact() && !half.behind().startsWith("(");
    String value = opens ? name + (saying.inputs().isEmpty() ? "()" : "(") : name;
    offers.add("words", name, value, Describe.saying(saying, half.language()), false);
  }
}
