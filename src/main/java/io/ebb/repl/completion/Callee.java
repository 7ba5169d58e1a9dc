package io.ebb.repl.completion;

import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import org.jspecify.annotations.Nullable;

/// What can be called.
///
/// @param word the word of the catalogue; null for what the language has itself
/// @param gives what a call gives
/// @param takes what a function that is given to it is called with
record Callee(@Nullable Saying word, Shape gives, Shape takes) {

  static Callee of(Saying word) {
    Shape takes =
        word.inputs().stream()
            .map(input -> input.shape() instanceof Shape.Test(String kind) ? kind : "")
            .filter(kind -> !kind.isEmpty())
            .<Shape>map(Shape.Thing::new)
            .findFirst()
            .orElse(new Shape.Any());
    return new Callee(word, word.gives(), takes);
  }
}
