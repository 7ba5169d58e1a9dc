package io.ebb.script;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ebb.cluster.Role;
import io.ebb.run.Outcome;
import io.ebb.run.RunState;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import io.ebb.script.catalogue.Word;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueTest {
  /// Keywords of either language: a word of this name could not be said. JavaScript's `delete` can,
  /// of an object.
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "def",
          "default",
          "del",
          "do",
          "elif",
          "else",
          "except",
          "export",
          "finally",
          "for",
          "from",
          "function",
          "global",
          "if",
          "import",
          "in",
          "instanceof",
          "is",
          "lambda",
          "let",
          "match",
          "new",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with",
          "yield");

  static Stream<Saying> sayings() {
    return Words.catalogue().kinds().stream().flatMap(kind -> kind.sayings().stream());
  }

  @ParameterizedTest
  @MethodSource("sayings")
  void sayingIsDocumentedAndSayable(Saying saying) {
    assertThat(saying.doc()).as("doc of %s", saying.key()).endsWith(".");
    assertThat(saying.name()).matches("[a-z][A-Za-z]*").isNotIn(KEYWORDS);
    if (!saying.fact()) {
      assertThat(saying.javascript()).as("example of %s", saying.key()).contains(saying.name());
      assertThat(saying.python()).contains(Names.snake(saying.name()));
    }
    assertThat(saying.inputs())
        .allSatisfy(input -> assertThat(input.doc()).as(input.name()).endsWith("."));
  }

  static Stream<Catalogue.Entry> kinds() {
    return Words.catalogue().kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void kindIsDocumentedAndItsRowsAreFactsOnly(Catalogue.Entry kind) {
    assertThat(kind.doc()).endsWith(".");
    assertThat(kind.name()).matches("[a-z][A-Za-z]*").isNotIn(KEYWORDS);
    assertThat(kind.sayings()).isNotEmpty();
    assertThat(kind.row() ? kind.words() : List.of()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noNameMeansTwoThings(Catalogue.Entry kind) {
    assertThat(overloaded(kind)).isEmpty();
    assertThat(kind.sayings())
        .allSatisfy(
            saying -> assertThat(doubled(saying.inputs().stream().map(Input::name))).isEmpty());
  }

  @Test
  void kindsHaveNamesOfTheirOwn() {
    assertThat(doubled(kinds().map(Catalogue.Entry::name))).isEmpty();
  }

  @Test
  void overloadsAreFound() {
    Catalogue.Entry spelt = new Catalogue(List.of(SpeltAlike.class)).kinds().getFirst();
    Catalogue.Entry method = new Catalogue(List.of(SameMethod.class)).kinds().getFirst();
    assertThat(overloaded(spelt)).containsExactly("a_b");
    assertThat(overloaded(method)).containsExactly("of");
  }

  @ParameterizedTest
  @MethodSource("listed")
  void choicesOfAFactAreAllThatItCanBe(String key, List<String> labels) {
    Saying fact = requireNonNull(Words.catalogue().find(key));
    assertThat(fact.gives()).isEqualTo(new Shape.Choice(labels));
  }

  static Stream<Arguments> listed() {
    return Stream.of(
        arguments("run.state", labels(RunState.values(), RunState::label)),
        arguments("nodeOutcome.outcome", labels(Outcome.values(), Outcome::label)),
        arguments("node.role", labels(Role.values(), Role::label)));
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  /// Names that more than one saying has in either language, or more than one Java method: an
  /// overload that one language could not tell from the other.
  private static Set<String> overloaded(Catalogue.Entry kind) {
    Set<String> found = doubled(kind.sayings().stream().map(s -> Names.snake(s.name())));
    Stream<String> methods =
        kind.sayings().stream()
            .map(saying -> saying.method().getDeclaringClass())
            .distinct()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Word.class))
            .map(Method::getName);
    found.addAll(doubled(methods));
    return found;
  }

  private static Set<String> doubled(Stream<String> names) {
    Set<String> seen = new HashSet<>();
    return names.filter(name -> !seen.add(name)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Kind(value = "spelt", doc = "Two words that Python cannot tell apart.")
  static final class SpeltAlike {
    @Word(value = "aB", doc = "One.", example = "aB()", effect = Effect.READ)
    void one() {}

    @Word(value = "a_b", doc = "Two.", example = "a_b()", effect = Effect.READ)
    void two() {}
  }

  @Kind(value = "same", doc = "Two words of one Java method's name.")
  static final class SameMethod {
    @Word(value = "one", doc = "One.", example = "one()", effect = Effect.READ)
    void of() {}

    @Word(value = "two", doc = "Two.", example = "two(1)", effect = Effect.READ)
    void of(@Arg(value = "a", doc = "A.") int a) {}
  }
}
