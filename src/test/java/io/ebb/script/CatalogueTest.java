package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
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

  @ParameterizedTest
  @MethodSource("sayings")
  void sayingIsNotOverloaded(Saying saying) {
    List<String> keys = sayings().map(Saying::key).toList();
    assertThat(keys).containsOnlyOnce(saying.key());
  }
}
