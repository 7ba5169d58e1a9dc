package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call of a word that is not closed before the cursor.
///
/// @param word what is called
/// @param cluster the id of the cluster that it is called for; empty when unknown
/// @param position how many arguments stand before the one at the cursor
/// @param inOptions whether the cursor is in the object with JavaScript's options
/// @param option the name, as the language spells it, of the option whose value is typed; null when
///   none is
/// @param begins whether nothing of the argument or option stands before what is typed
/// @param given the options that are given already, as the language spells them
record OpenCall(
    Saying word,
    String cluster,
    int position,
    boolean inOptions,
    @Nullable String option,
    boolean begins,
    Set<String> given,
    Language language) {

  /// The call around the token, where there is one.
  static Optional<OpenCall> around(Code code, Typing typing, int at) {
    int open = code.around(at);
    if (open < 0) {
      return Optional.empty();
    } else if (code.is(open, "{")) {
      return objectIn(code, typing, open, at);
    }
    return code.is(open, "(") ? of(code, typing, open, at, open) : Optional.empty();
  }

  private static Optional<OpenCall> objectIn(Code code, Typing typing, int brace, int at) {
    boolean argument = code.is(brace - 1, "(") || code.is(brace - 1, ",");
    int call = code.around(brace);
    return argument && call >= 0 && code.language() == Language.JAVASCRIPT
        ? of(code, typing, call, at, brace)
        : Optional.empty();
  }

  /// @param list the bracket in which the options stand
  private static Optional<OpenCall> of(Code code, Typing typing, int call, int at, int list) {
    if (!code.is(call, "(") || !code.endsValue(call - 1)) {
      return Optional.empty();
    }
    Meaning called = typing.endingAt(call - 1);
    Saying word = called.word();
    if (word == null) {
      return Optional.empty();
    }
    int begin = code.partBegin(list, at);
    boolean named = code.name(begin) && begin < at && names(code, begin);
    return Optional.of(
        new OpenCall(
            word,
            called.cluster(),
            code.commas(call, at),
            list != call,
            named ? code.at(begin).text() : null,
            at == (named ? begin + 2 : begin),
            given(code, list, at),
            code.language()));
  }

  private static boolean names(Code code, int name) {
    return code.language() == Language.PYTHON ? code.assigns(name + 1) : code.is(name + 1, ":");
  }

  /// Those before and behind the cursor.
  private static Set<String> given(Code code, int list, int at) {
    Set<String> given = new HashSet<>();
    for (int i = list + 1; i < code.size(); i++) {
      boolean begins = code.is(i - 1, ",") || i == list + 1;
      if (i != at && begins && code.around(i) == list && code.name(i) && names(code, i)) {
        given.add(code.at(i).text());
      }
    }
    return given;
  }

  /// The parameter whose value is typed, where the catalogue knows one.
  Optional<Input> input() {
    if (option != null) {
      return word.options().stream()
          .filter(input -> language.spell(input.name()).equals(option))
          .findFirst();
    }
    List<Input> positional = word.positional();
    return !inOptions && position < positional.size()
        ? Optional.of(positional.get(position))
        : Optional.empty();
  }

  /// The options that can be named where the cursor is.
  List<Input> options() {
    boolean here = option == null && begins && (inOptions || language == Language.PYTHON);
    return here
        ? word.options().stream()
            .filter(input -> !given.contains(language.spell(input.name())))
            .toList()
        : List.of();
  }

  /// Whether the options come next, which JavaScript puts in an object.
  boolean expectsObject() {
    return language == Language.JAVASCRIPT
        && !inOptions
        && begins
        && position == word.positional().size()
        && !word.options().isEmpty();
  }
}
