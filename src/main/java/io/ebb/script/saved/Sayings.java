package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a text says of the catalogue's words. A word is known by its name and by the dot before it:
/// what a variable holds is not known here.
final class Sayings {
  private static final Map<Language, Map<String, List<Saying>>> WORDS =
      Map.of(
          Language.JAVASCRIPT, spelt(Language.JAVASCRIPT), Language.PYTHON, spelt(Language.PYTHON));

  /// What these say is worth nothing without the rest of what goes on: answers, time, order.
  private static final Set<String> OF_THE_MOMENT =
      Set.of(Saying.ROOTS, "share", "run", "operation");

  private Sayings() {}

  private static Map<String, List<Saying>> spelt(Language language) {
    return Words.catalogue().kinds().stream()
        .flatMap(kind -> kind.words().stream())
        .collect(Collectors.groupingBy(word -> language.spell(word.name())));
  }

  /// The words that the call of this name may say; none when it is no word.
  static List<Saying> at(Code code, int name) {
    return WORDS
        .getOrDefault(code.language(), Map.of())
        .getOrDefault(code.token(name).text(), List.of())
        .stream()
        .filter(word -> word.kind().equals(Saying.ROOTS) != code.isMember(name))
        .toList();
  }

  /// Whether it says a word that changes something.
  static boolean changes(Code code) {
    return calls(code)
        .anyMatch(at -> at(code, at).stream().anyMatch(word -> word.effect() != Effect.READ));
  }

  /// Whether it is nothing but a wish for help.
  static boolean isHelp(Code code) {
    return code.is(0, "help") && code.isCalled(0);
  }

  /// Whether it calls nothing, and changes nothing either.
  static boolean callsNothing(Code code) {
    return calls(code).findAny().isEmpty() && onlyLooks(code, 0);
  }

  /// Whether it only looks: once or twice is the same, and so is never if nobody uses what it
  /// gives.
  ///
  /// @param from the first token that counts
  static boolean onlyLooks(Code code, int from) {
    boolean does =
        IntStream.range(from, code.size())
            .anyMatch(at ->
                code.callsUnnamed(at)
                    || (code.isAssignment(at) && !isOption(code, at))
                    || code.computed(at)
                    || code.isOneOf(at, Set.of("new", "delete", "await", "yield"))
                    || counts(code, at));
    return !does && calls(code).filter(at -> at >= from).allMatch(at -> looks(code, at));
  }

  private static boolean looks(Code code, int name) {
    List<Saying> words = at(code, name);
    return !words.isEmpty()
        && words.stream()
            .allMatch(word ->
                word.effect() == Effect.READ
                    && !OF_THE_MOMENT.contains(word.kind())
                    && !waits(word));
  }

  private static boolean waits(Saying word) {
    return word.options().stream().map(Input::shape).anyMatch(Shape.Span.class::isInstance)
        && word.gives() instanceof Shape.Thing(String kind)
        && kind.equals(word.kind());
  }

  /// Whether it is `name=value` in a call of Python.
  private static boolean isOption(Code code, int assignment) {
    return code.language() == Language.PYTHON && code.depth(assignment) > 0;
  }

  private static boolean counts(Code code, int at) {
    boolean twice =
        (code.is(at, "+") && code.is(at + 1, "+")) || (code.is(at, "-") && code.is(at + 1, "-"));
    return twice && code.token(at).end() == code.token(at + 1).start();
  }

  /// Whether there are several expressions, with commas between them.
  static boolean hasComma(Code code) {
    return IntStream.range(0, code.size()).anyMatch(at -> code.is(at, ",") && code.depth(at) == 0);
  }

  /// The names that are called.
  static IntStream calls(Code code) {
    return IntStream.range(0, code.size()).filter(code::isCalled);
  }
}
