package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.lexer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Finds the literals that are given to words where a [Slot] is, straight or by way of a variable
/// that has no other value.
final class Literals {
  /// Without an escape, and in one pair of quotes.
  private static final Pattern PLAIN = Pattern.compile("\"[^\"\\\\\n]+\"|'[^'\\\\\n]+'");

  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");

  /// A literal and where it is.
  ///
  /// @param unit the text that holds it
  /// @param token the literal in it
  /// @param slot what it is given to
  record Found(Unit unit, Token token, Slot slot) {
    /// What was typed, without its quotes.
    String value() {
      String text = token.text();
      return token.kind() == Token.Kind.TEXT ? text.substring(1, text.length() - 1) : text;
    }
  }

  /// Some tokens of a text, from the first to before the last.
  private record Range(int from, int to) {}

  private final List<Unit> units;
  private final List<Found> found = new ArrayList<>();

  private Literals(List<Unit> units) {
    this.units = units;
  }

  /// Those in what was typed, in their order.
  static List<Found> in(List<Unit> units) {
    Literals literals = new Literals(units);
    units.stream()
        .filter(unit -> !unit.loaded())
        .forEach(unit -> Sayings.calls(unit.code()).forEach(at -> literals.call(unit, at)));
    return literals.found.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((Found each) -> units.indexOf(each.unit()))
                .thenComparingInt(each -> each.token().start()))
        .toList();
  }

  private void call(Unit unit, int name) {
    Code code = unit.code();
    List<Saying> words = Sayings.at(code, name);
    int position = 0;
    for (Range argument : words.isEmpty() ? List.<Range>of() : parts(code, name + 1)) {
      int first = argument.from();
      if (code.is(first, "{") && code.language() == Language.JAVASCRIPT) {
        parts(code, first).forEach(entry -> option(unit, words, entry));
      } else if (code.isKey(first)) {
        option(unit, words, argument);
      } else {
        int index = position++;
        given(
            unit,
            words,
            argument,
            word -> word.positional().stream().skip(index).limit(1).toList());
      }
    }
  }

  /// `name: value` or `name=value`.
  private void option(Unit unit, List<Saying> words, Range entry) {
    if (unit.code().isKey(entry.from())) {
      String name = Names.camel(unit.code().token(entry.from()).text());
      given(
          unit,
          words,
          new Range(entry.from() + 2, entry.to()),
          word -> word.options().stream().filter(input -> input.name().equals(name)).toList());
    }
  }

  private void given(
      Unit unit, List<Saying> words, Range value, Function<Saying, List<Input>> inputs) {
    if (value.to() - value.from() != 1) {
      return; // nothing, or something computed
    }
    Token token = unit.code().token(value.from());
    for (Saying word : words) {
      for (Input input : inputs.apply(word)) {
        if (token.kind() == Token.Kind.NAME) {
          variable(unit, token.text(), word, input);
        } else {
          literal(unit, token, word, input);
        }
      }
    }
  }

  private void literal(Unit unit, Token token, Saying word, Input input) {
    boolean plain =
        switch (token.kind()) {
          case TEXT -> PLAIN.matcher(token.text()).matches();
          case NUMBER -> WHOLE.matcher(token.text()).matches();
          case NAME, COMMENT, SIGN -> false;
        };
    if (plain) {
      Slot.of(word, input, token).ifPresent(slot -> found.add(new Found(unit, token, slot)));
    }
  }

  /// A variable that was given a literal, once and for all.
  private void variable(Unit user, String name, Saying word, Input input) {
    List<Unit> defining =
        units.stream()
            .filter(unit -> unit.language() == user.language() && gives(unit, name))
            .toList();
    if (defining.size() == 1 && defining.getFirst().single()) {
      Unit unit = defining.getFirst();
      Definition definition = unit.definitions().getFirst();
      int value = definition.value();
      int end = unit.code().is(value + 1, ";") ? value + 2 : value + 1;
      if (definition.alone() && end == unit.code().size()) {
        literal(unit, unit.code().token(value), word, input);
      }
    }
  }

  /// Whether a text may give the name a value.
  private static boolean gives(Unit unit, String name) {
    Code code = unit.code();
    for (int at = 0; at < code.size(); at++) {
      boolean loop = code.isOneOf(at + 1, Set.of("of", "in"));
      if (code.is(at, name)
          && !code.isMember(at)
          && !code.isKey(at)
          && (code.isAssignment(at + 1) || code.isAssignment(at + 2) || loop)) {
        return true;
      }
    }
    return unit.defines(name);
  }

  /// What stands between the bracket and the one that closes it, between the commas.
  private static List<Range> parts(Code code, int open) {
    List<Range> parts = new ArrayList<>();
    int close = code.closing(open);
    int from = open + 1;
    for (int at = from; at <= close; at++) {
      boolean comma = at < close && code.is(at, ",") && code.depth(at) == code.depth(open) + 1;
      if (at == close || comma) {
        parts.add(new Range(from, at));
        from = at + 1;
      }
    }
    return parts;
  }
}
